/**
 * Tests inside a Jenkins of the Jenkins test harness. Only the build of {@code pom.xml} compiles them, because the harness
 * is not on Maven Central.
 */
package io.jenkins.plugins.slacknotify.integration;
