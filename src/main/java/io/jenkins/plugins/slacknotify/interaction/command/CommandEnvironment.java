package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.Set;

/**
 * The facts about this Jenkins that commands tell.
 *
 * @param command the slash command, such as {@code /jenkins}
 * @param version of the plugin
 * @param abilities what is switched on
 */
public record CommandEnvironment(String command, String version, Set<Ability> abilities) {
    public CommandEnvironment {
        abilities = Set.copyOf(abilities);
    }
}
