/**
 * Hands the interactions to the way in, each with its ports filled.
 *
 * <p>Stands above all other rooms; nothing may know it.
 */
package io.jenkins.plugins.slacknotify.control.source;
