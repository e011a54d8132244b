/** The use cases of the workflow, one class and one verb each. */
package io.witan.workflow.application;
