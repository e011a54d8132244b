/**
 * A server in the test that behaves by the REST contract; the client under test talks to it over
 * real HTTP.
 */
package io.witan.cli.fake;
