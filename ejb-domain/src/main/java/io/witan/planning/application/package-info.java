/** The use cases of planning, one class and one verb each. */
package io.witan.planning.application;
