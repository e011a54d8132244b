/** Planning on Neo4j and towards the other contexts; wire names and versions of its events. */
package io.witan.planning.adapter;
