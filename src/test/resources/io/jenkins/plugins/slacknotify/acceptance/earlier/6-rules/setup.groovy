folder('shop') {
    properties {
        slackNotifyFolder {
            destinations { namedDestination { name('night'); channel('#nightly'); credentialsId('slack-token-of-the-shop') } }
            rules { notificationRule { name('Stopped at night'); events(['aborted']); to(['night']) } }
        }
    }
}
pipelineJob('shop/told') {
    definition { cps { sandbox(); script("slackNotify message: 'Told at once', channel: '#ops'") } }
}
pipelineJob('shop/release') {
    definition {
        cps {
            sandbox()
            script('''
                def release = slackNotify message: 'Releasing *1.4*', channel: '#ops'
                slackNotify message: 'Images are built', thread: release
                slackNotify message: 'Released *1.4*', update: release, severity: 'NOTICE'
                ''')
        }
    }
}
job('shop/checkout') {
    properties { slackNotifyRules { rules { notificationRule { events(['aborted']); to(['ops']) } } } }
    steps { shell('exit 1') }
}
job('shop/nightly') {
    properties { slackNotifyOptOut() }
    steps {
        slackNotify {
            message('Building *nightly*')
            channel('#nightly')
            severity('NOTICE')
            credentialsId('slack-token-of-the-shop')
            failOnError(true)
            when(['success'])
        }
        shell('exit 1')
    }
    publishers {
        slackNotify {
            channel('#nightly')
            when(['regressed', 'fixed'])
        }
    }
}
pipelineJob('shop/review') {
    definition { cps { sandbox(); script("slackNotify message: 'Please review', to: 'developer'") } }
}
pipelineJob('shop/changes') {
    definition {
        cps {
            sandbox()
            script("slackNotify markdown: '**1.4**', channel: '#ops', mention: 'here', reaction: 'rocket'")
        }
    }
}
pipelineJob('shop/report') {
    definition {
        cps {
            sandbox()
            script('''
                node {
                    writeFile file: 'report.txt', text: 'All is well'
                    slackNotify message: 'The report', channel: '#ops', file: 'report.txt'
                }
                ''')
        }
    }
}
