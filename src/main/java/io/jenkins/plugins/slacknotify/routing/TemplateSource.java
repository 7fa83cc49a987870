package io.jenkins.plugins.slacknotify.routing;

import static java.util.Objects.requireNonNull;

/**
 * The place where people find a template.
 *
 * @param name of the template
 * @param owner the full name of the job or folder whose rule has chosen it; empty for the whole system
 */
public record TemplateSource(String name, String owner) {
    public TemplateSource {
        requireNonNull(name, "name");
        requireNonNull(owner, "owner");
    }
}
