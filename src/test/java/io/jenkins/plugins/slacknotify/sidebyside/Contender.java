package io.jenkins.plugins.slacknotify.sidebyside;

import java.nio.file.Path;
import java.util.List;

/** A plugin that takes part, and how the jobs of the comparison are written for it. */
interface Contender {
    PluginArchive archive();

    /** The plugins that it needs and that a Jenkins need not have. */
    List<Path> needs();

    /** A section of {@code unclassified} of the configuration as code; the token is the credential {@code slack-token}. */
    String configuration();

    /** A post-build action, in XML, that tells of every build in a channel. */
    String action(String channel);

    /** A step that tells in a channel of the build that it is in. */
    String step(String channel);

    /** The same, and tells the authors of the build's commits in person. */
    String stepForCommitters(String channel);

    /**
     * The contender that a file is.
     *
     * @throws IllegalArgumentException where it is no plugin that this comparison knows how to use
     */
    static Contender of(Path file, List<Path> needs) {
        var archive = PluginArchive.read(file);
        return switch (archive.id()) {
            case "slack-notify" -> new SlackNotify(archive);
            case "slack" -> new SlackPlugin(archive, needs);
            default ->
                throw new IllegalArgumentException("nobody has written down how to use " + archive + "; do so in "
                        + Contender.class.getSimpleName());
        };
    }
}
