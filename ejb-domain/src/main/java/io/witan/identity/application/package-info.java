/** The use cases of identity: tokens for users, users by administrators, the first user of all. */
package io.witan.identity.application;
