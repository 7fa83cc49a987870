package io.jenkins.plugins.slacknotify.gallery;

import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import java.util.List;

/**
 * A message of the gallery, and its thread.
 *
 * @param name the name of its channel and its picture
 * @param thread the replies; possibly empty
 */
record Exhibit(String name, RenderedMessage message, List<RenderedMessage> thread) {}
