package io.jenkins.plugins.slacknotify.sandbox.rules;

import com.google.gson.JsonElement;
import java.util.function.Consumer;

/** Checks one JSON value; reports every violation, each with its JSON pointer. */
@FunctionalInterface
interface Rule {
    void check(JsonElement value, String pointer, Consumer<Violation> report);

    /** This rule, and {@code next} as well where this one found nothing. */
    default Rule then(Rule next) {
        return (value, pointer, report) -> {
            var passed = new boolean[] {true};
            check(value, pointer, violation -> {
                passed[0] = false;
                report.accept(violation);
            });
            if (passed[0]) {
                next.check(value, pointer, report);
            }
        };
    }
}
