/** The workflow on Neo4j and towards the other contexts; wire names of its events. */
package io.witan.workflow.adapter;
