/**
 * Reads what pages of Jenkins show, for previews of links: as the account of whoever has posted the link, and no more than messages in
 * the same channel show.
 *
 * <p>Knows the rules and destinations of {@code config}. Must not know how a card looks.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.slacknotify.control.preview;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
