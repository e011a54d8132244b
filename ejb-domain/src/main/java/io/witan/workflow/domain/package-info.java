/** States, actions, and the table that says who may do what when. */
package io.witan.workflow.domain;
