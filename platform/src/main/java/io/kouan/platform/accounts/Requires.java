package io.kouan.platform.accounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What somebody needs to have this page or to do this: a right to a function of the permissions matrix. On a class it holds for all
 * its pages, on a method it takes the class's place. Checked for every request before the page is asked.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** A function of {@code roles/permissions.yaml}. */
    String function();

    /** Any of these will do. */
    Right[] right() default Right.READ;
}
