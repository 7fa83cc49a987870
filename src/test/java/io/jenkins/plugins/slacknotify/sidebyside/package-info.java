/**
 * The program of {@code .ci/side-by-side}: the same jobs with this plugin and with another one, in the same Jenkins and against the same
 * sandbox, and the figures in a table. See {@code docs/benchmarks.md}.
 */
package io.jenkins.plugins.slacknotify.sidebyside;
