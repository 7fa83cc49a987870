package io.jenkins.plugins.slacknotify.engine.spi;

import static java.util.Objects.requireNonNull;

/** The place where people can open a build at this moment. */
public sealed interface BuildLocation {
    /**
     * The page of the build.
     *
     * @param url its address, ending in a slash
     */
    record At(String url) implements BuildLocation {
        public At {
            requireNonNull(url, "url");
        }
    }

    /**
     * No place: the build was deleted.
     *
     * @param withJob whether its job was deleted as well
     */
    record Gone(boolean withJob) implements BuildLocation {}

    /** A place that is not known. The one of before is as good as any. */
    record Unknown() implements BuildLocation {}
}
