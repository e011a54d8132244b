/** Context packs made from the graph. Nobody depends on it: CDI puts it behind the port. */
package io.witan.context.adapter;
