/** Users, passwords, tokens and the rule of who may act for whom; nothing from outside the JDK. */
package io.witan.identity.domain;
