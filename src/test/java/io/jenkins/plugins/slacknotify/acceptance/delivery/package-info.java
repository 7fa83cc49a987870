/** Acceptance tests of delivery: through restarts, crashes, storms and a disk that takes nothing, with alerts and metrics. */
package io.jenkins.plugins.slacknotify.acceptance.delivery;
