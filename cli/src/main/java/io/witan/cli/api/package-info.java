/**
 * The REST API as the command line sees it: wire records, one transport with retries, and refusals
 * as the server words them.
 *
 * <p>Fields that a newer server adds are ignored; shapes are mapped here once. Nothing in here
 * prints, asks or decides.
 */
package io.witan.cli.api;
