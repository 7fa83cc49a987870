/**
 * Why a build failed, as far as its log says so: the one line that a person would look for.
 *
 * <p>Knows {@code event.text}. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.event.diagnosis;
