/** Says how parameters of jobs and of questions can be filled in outside of Jenkins. Knows Jenkins' core alone. */
package io.jenkins.plugins.slacknotify.trigger.parameter;
