package io.jenkins.plugins.slacknotify.engine.spi;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;

/** The port to the values of macros in templates. The engine asks on a thread of its own, never on a build's. */
@FunctionalInterface
public interface Macros {
    /** Macros that have no value, for a Jenkins without the Token Macro plugin. */
    Macros NONE = (macro, build) -> {
        throw new BrokenTemplateException("For " + macro + ", install the Token Macro plugin.");
    };

    /**
     * Returns the value of a macro for a build. A call that takes too long is interrupted.
     *
     * @param macro such as <code>${BUILD_LOG, maxLines=5}</code>
     * @return a text of any length and content
     * @throws BrokenTemplateException where there is no value, or none that may be sent
     */
    String expand(String macro, BuildKey build) throws BrokenTemplateException;
}
