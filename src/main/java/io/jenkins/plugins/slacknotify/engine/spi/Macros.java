package io.jenkins.plugins.slacknotify.engine.spi;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;

/** The port to whoever knows what macros mean. Asked on a thread of its own, never on a build's. */
@FunctionalInterface
public interface Macros {
    /** Where there is nobody who knows. */
    Macros NONE = (macro, build) -> {
        throw new BrokenTemplateException("For " + macro + ", install the Token Macro plugin.");
    };

    /**
     * What a macro says of a build. May take its time, and is then interrupted.
     *
     * @param macro such as <code>${BUILD_LOG, maxLines=5}</code>
     * @return of any length and content
     * @throws BrokenTemplateException where there is no value that may be told
     */
    String expand(String macro, BuildKey build) throws BrokenTemplateException;
}
