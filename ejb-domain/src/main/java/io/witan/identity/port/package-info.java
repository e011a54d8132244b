/** What identity needs from outside: users kept, passwords hashed, tokens signed and checked. */
package io.witan.identity.port;
