def user = hudson.model.User.getById('developer', true)
user.addProperty(new hudson.tasks.Mailer.UserProperty('developer@example.org'))
def property = new io.jenkins.plugins.slacknotify.personal.SlackUserProperty()
property.choice = new io.jenkins.plugins.slacknotify.config.NotificationChoice()
property.choice.events = ['regressed', 'unstable']
property.choice.minimumSeverity = 'ERROR'
property.quietJobs = ['experiments/*']
property.slackId = 'claimed@example.org'
user.addProperty(property)
user.save()
