/**
 * Reads addresses of Jenkins: which page each leads to. Looks nothing up, so the page need not exist. No Jenkins.
 *
 * <p>Knows the pages of Jenkins itself, of Blue Ocean, of Pipeline Graph View, and of the Display URL API. Must not know what a page
 * shows.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.slacknotify.interaction.page;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
