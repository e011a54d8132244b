/** Random walks of commands over the workflow, beside a model of it that was written by hand. */
package io.witan.workflow.walk;
