/** Random walks of commands over all of planning. */
package io.witan.planning.walk;
