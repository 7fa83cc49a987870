// Reads XML of one stored type with each element left out in turn, and with each list broken, as Jenkins reads it.
// Each getter of what was read must then say what it says of an object in which that was never set.
import hudson.model.Items
import hudson.model.User
import jenkins.model.Jenkins

def type = Jenkins.get().pluginManager.uberClassLoader.loadClass('%TYPE%')
def pkg = 'io.jenkins.plugins.slacknotify.'

// What the objects of a type look like where everything is set; a name after @ stands for the XML of that type.
def lists = { String field, String... values -> "<$field>" + values.collect { "<string>$it</string>" }.join('') + "</$field>" }
def samples
def nested = { String name -> "<$pkg$name>" + samples[name] + "</$pkg$name>" }
samples = [
    'config.SeverityTable': ['started', 'success', 'failure', 'aborted'].collect { "<$it>WARNING</$it>" }.join(''),
    'config.SystemChannelOptOut': '',
    'config.people.AliasConfig': '<from>ada@home.example</from><to>ada@example.org</to>',
    'config.people.PreferencesConfig': lists('events', 'failure') + '<startedByMe>true</startedByMe><minimumSeverity>ERROR</minimumSeverity>',
    'config.rules.RuleConfig': '<name>n</name>' + lists('jobs', 'a/**') + lists('branches', 'main') + lists('branchKinds', 'primary') +
        lists('events', 'failure') + '<minimumSeverity>ERROR</minimumSeverity>' + lists('causes', 'timer') + '<severity>ERROR</severity>' +
        lists('to', '#ops') + lists('people', 'breakers') + lists('mention', 'here') + '<mentionFrom>ERROR</mentionFrom>' +
        '<template>t</template><language>de</language><buttons>links</buttons><last>true</last><disabled>true</disabled>',
    'config.rules.DestinationConfig': '<name>d</name><channel>#ops</channel><workspace>w</workspace><credentialsId>c</credentialsId>' +
        '<botName>b</botName><botIcon>:x:</botIcon><minimumSeverity>ERROR</minimumSeverity><threadDetails>full</threadDetails>' +
        '<buttons>links</buttons><language>de</language><repliesInThread>true</repliesInThread>',
    'config.rules.WordingConfig': '<text>{headline}</text>' + lists('events', 'failure'),
    'config.rules.WorkspaceConfig': '<name>w</name><credentialsId>c</credentialsId><teamId>T0123456789</teamId>',
]
samples['config.rules.TemplateConfig'] = '<name>t</name><wordings>' + nested('config.rules.WordingConfig') + '</wordings>'
samples['config.rules.JobRulesProperty'] = '<rules>' + nested('config.rules.RuleConfig') + '</rules>'
samples['config.rules.FolderRoutingProperty'] = '<destinations>' + nested('config.rules.DestinationConfig') + '</destinations><templates>' +
        nested('config.rules.TemplateConfig') + '</templates>' + samples['config.rules.JobRulesProperty']
samples['config.rules.ChannelLimitConfig'] = lists('jobs', 'shop/**') + lists('channels', '#shop')
samples['config.rules.SystemRouting'] = '<channelLimits>' + nested('config.rules.ChannelLimitConfig') + '</channelLimits><workspaces>' + nested('config.rules.WorkspaceConfig') + '</workspaces>' + samples['config.rules.FolderRoutingProperty']
samples['config.people.DirectMessagesConfig'] = '<enabled>true</enabled>' + lists('told', 'culprits') + '<defaults>' + samples['config.people.PreferencesConfig'] +
        '</defaults>' + lists('mandatory', 'failure') + lists('ignored', '*@bots.example') + lists('withoutAccount', 'example.org') + '<aliases>' + nested('config.people.AliasConfig') + '</aliases>'
samples['config.inbound.SlackAppConfig'] = '<name>a</name><appId>A0123456789</appId><signingSecretCredentialsId>s</signingSecretCredentialsId>' +
        '<appTokenCredentialsId>t</appTokenCredentialsId><clientIdCredentialsId>i</clientIdCredentialsId>' +
        '<clientSecretCredentialsId>c</clientSecretCredentialsId><workspace>w</workspace>'
samples['config.subscription.SubscriptionsConfig'] = '<forbidden>true</forbidden>' + lists('channels', '#ops') + lists('owners', 'ada')
samples['config.approval.ApprovalProperty'] = '<notByStarter>true</notByStarter><people>2</people><groups>ops</groups><signInHours>3</signInHours>' +
        '<remindAfterMinutes>10</remindAfterMinutes><remindEveryMinutes>20</remindEveryMinutes>'
samples['config.inbound.InboundConfig'] = lists('abilities', 'commands') + '<command>/ci</command><requestsPerMinute>7</requestsPerMinute><apps>' +
        nested('config.inbound.SlackAppConfig') + '</apps><maxSignInDays>3</maxSignInDays><subscriptions>' +
        samples['config.subscription.SubscriptionsConfig'] + '</subscriptions>'
samples['config.SlackNotifyConfiguration'] = '<enabled>false</enabled><credentialsId>c</credentialsId><teamId>T0123456789</teamId><channel>#ops</channel>' +
        '<botName>b</botName><botIcon>:x:</botIcon>' + lists('events', 'failure') + '<severities>' + samples['config.SeverityTable'] + '</severities>' +
        '<threadDetails>full</threadDetails><expiryHours>5</expiryHours><apiUrl>http://localhost:1/api/</apiUrl><personal>' +
        samples['config.people.DirectMessagesConfig'] + '</personal><routing>' + samples['config.rules.SystemRouting'] + '</routing><inbound>' +
        samples['config.inbound.InboundConfig'] + '</inbound>'
samples['personal.SlackUserProperty'] = '<slackId>U0ADA00000</slackId><proven>U0ADA00000</proven><fromCommit>ada@x.example</fromCommit><choice>' +
        samples['config.people.PreferencesConfig'] + '</choice>' + lists('quietJobs', 'a/**') + '<onlyOnce>true</onlyOnce><language>de</language><dailyReminder>true</dailyReminder><pausedUntil>2999-01-01T00:00:00Z</pausedUntil>'
def announcement = '<announcement><options><message>m</message><mention>here</mention><file>f</file><title>t</title><channel>#ops</channel>' +
        '<to>breakers</to><severity>ERROR</severity><credentialsId>c</credentialsId><failOnError>true</failOnError></options>' + lists('when', 'failure') + '</announcement>'
samples['trigger.SlackNotifyBuilder'] = announcement
samples['trigger.SlackNotifyPublisher'] = announcement

def root = { String content -> new XmlParser().parseText("<${type.name}>" + content + "</${type.name}>") }
// Groovy's own serializer looks for a factory each time, which takes longer than all else here.
def text
text = { node ->
    if (!(node instanceof groovy.util.Node)) return groovy.xml.XmlUtil.escapeXml(String.valueOf(node))
    "<${node.name()}>" + node.children().collect { text(it) }.join('') + "</${node.name()}>"
}

// As the three readers of Jenkins do it; the settings read their file themselves.
def settings = pkg + 'config.SlackNotifyConfiguration' == type.name
def xstream = type.name.contains('.personal.') ? User.XSTREAM : settings ? Jenkins.XSTREAM2 : Items.XSTREAM2
def read = { String xml ->
    if (!settings) return xstream.fromXML(xml)
    def file = new File(Jenkins.get().rootDir, type.name + '.xml')
    def before = file.exists() ? file.bytes : null
    try {
        file.text = xml
        return type.getDeclaredConstructor().newInstance() // It reads its file.
    } finally {
        if (before == null) file.delete() else file.bytes = before
    }
}
def fresh = {
    if (settings) return read("<${type.name}/>")
    def constructor = type.declaredConstructors.find { it.isAnnotationPresent(org.kohsuke.stapler.DataBoundConstructor) } ?: type.getDeclaredConstructor()
    try {
        constructor.newInstance(([null] * constructor.parameterCount) as Object[])
    } catch (java.lang.reflect.InvocationTargetException refused) {
        null
    }
}
// Everything that forms, pages and the engine ask, down to the objects inside.
def getters = [:].withDefault { asked ->
    asked.methods.findAll {
        it.parameterCount == 0 && !java.lang.reflect.Modifier.isStatic(it.modifiers) && it.declaringClass.name.startsWith(pkg) &&
            (it.name ==~ /(get|is)[A-Z].*/ || it.name == 'validationErrors') && !(it.name in ['getDescriptor', 'getRequiredMonitorService'])
    }.sort { it.name }
}
def tell
tell = { object ->
    if (object == null || object instanceof CharSequence || object instanceof Number || object instanceof Boolean) return String.valueOf(object)
    if (object instanceof Map) return String.valueOf(object)
    if (object instanceof Collection) return object.collect { tell(it) }.toString()
    if (!object.getClass().name.startsWith(pkg)) return object.getClass().name
    return getters[object.getClass()].collect { it.name + '=' + tell(it.invoke(object)) }.toString()
}
def engine = { object ->
    if (object.metaClass.respondsTo(object, 'toPolicy')) object.toPolicy()
    if (object.metaClass.respondsTo(object, 'toScope')) { object.toScope(); object.toRules() }
    if (settings) object.toEngineSettings()
}
def problems = []
def attempt = { String what, Closure check ->
    try { check() } catch (Throwable e) { problems << "$what: ${e.cause ?: e}" }
}

// The paths of all elements below the root, as lists of positions.
def paths
paths = { node, path -> node.children().findAll { it instanceof groovy.util.Node }.withIndex().collectMany { child, index ->
    [path + index] + paths(child, path + index)
} }
def at = { node, path -> path.inject(node) { parent, index -> parent.children().findAll { it instanceof groovy.util.Node }[index] } }
def full = root(samples[type.name - pkg])
def complete = tell(read(text(full)))
def brokens = [''] + ['<null/>', '<int>7</int>', '<string>x y</string>', '<list/>'].collect { new XmlParser().parseText(it) }
int tried = 0
for (path in paths(full, [])) {
    def without = full.clone()
    def left = at(without, path)
    def what = "without ${left.name()} at $path"
    at(without, path.init()).remove(left)
    tried++
    attempt(what) {
        def object = read(text(without))
        engine(object)
        def told = tell(object)
        // An element directly below the root is a field: its getters then say what they say of a new object.
        def standard = path.size() == 1 ? fresh() : null
        if (standard != null) {
            object.getClass().methods.findAll { it.name.equalsIgnoreCase('get' + left.name()) || it.name.equalsIgnoreCase('is' + left.name()) }.findAll { it.parameterCount == 0 }.each {
                def found = tell(it.invoke(object)), expected = tell(it.invoke(standard))
                if (found != expected) throw new IllegalStateException("${it.name} is $found, not $expected")
            }
        }
    }
    // A list that holds nothing, null, or something else, and a text that is empty.
    for (broken in brokens) {
        def spoilt = full.clone()
        def element = at(spoilt, path)
        element.value = broken == '' ? '' : [broken]
        tried++
        attempt("${text(broken)} in ${element.name()} at $path") {
            def object = read(text(spoilt))
            tell(object)
            engine(object)
        }
    }
}
attempt('nothing at all') { def object = read("<${type.name}/>"); tell(object); engine(object) }
if (type.name != pkg + 'config.SystemChannelOptOut' && tried < 5) problems << "only $tried were tried"
println problems.isEmpty() ? 'checked' : problems.take(20).join('\n')
