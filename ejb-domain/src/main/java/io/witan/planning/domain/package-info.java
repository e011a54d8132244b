/** Stories and what surrounds them: values, life cycles, rules. Depends on the kernel only. */
package io.witan.planning.domain;
