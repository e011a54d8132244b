/**
 * What a person sees: plain ASCII lines when nobody looks at a terminal, colours and arrows when
 * somebody does, tables, and no control character that came from a story or a model. Knows nothing
 * of stories or servers.
 */
package io.witan.cli.term;
