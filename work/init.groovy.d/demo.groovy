// Starts the simulated devices of the demo and makes its jobs, when Jenkins starts. Part of "./dev jenkins" only, not of
// the plugin.
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase
import java.util.zip.ZipFile
import jenkins.model.Jenkins

def home = Jenkins.get().rootDir

// The devices make new host keys at each start: the old ones would look like an attack.
def keys = HostKeyDatabase.get()
keys.keys().findAll { it.host() == '127.0.0.1' && it.port() in 22001..22014 }.each { keys.remove(it.id()) }
// Except this one: somebody replaced the device, and nobody has approved its new key.
if (Jenkins.get().getItem('network-backup') != null) {
    keys.add('[127.0.0.1]:22014 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n', 'demo')
}

// A network of twelve devices from the simulator's scenes, each with a name of its own: the inventory is in jenkins.yaml.
def network = [
    ['core-sw1', 'huawei_vrp'], ['core-sw2', 'huawei_vrp'], ['core-sw3', 'huawei_vrp'],
    ['br-rtr1', 'cisco_ios'], ['br-rtr2', 'cisco_ios'], ['br-rtr3', 'cisco_ios'],
    ['edge-1', 'juniper_junos'], ['edge-2', 'juniper_junos'],
    ['leaf-1', 'arista_eos'], ['leaf-2', 'arista_eos'],
    ['fw-1', 'vyos'], ['site-gw1', 'mikrotik_routeros'],
]
// What is special about some of them, at the beginning of their commands.
def special = [
    'core-sw3': '''  - on: compare configuration
    output: |
      The current configuration is not the same as the next startup configuration file. There may be several differences.
''',
]
def faults = ['br-rtr3': 'faults: [{kind: session-limit, text: "All lines are in use."}]\n']

def jar = new File(home, '../src/cli/target/network-shell.jar')
if (jar.exists()) {
    def scenes = new File(home, 'devices')
    scenes.mkdirs()
    def arguments = ['simulate', '--platform', 'huawei_vrp', '--platform', 'cisco_ios', '--port', '22001']
    new ZipFile(jar).withCloseable { zip ->
        network.each { name, platform ->
            def entry = zip.getEntry("io/jenkins/plugins/networkshell/simulator/scenes/${platform}.yaml")
            def text = zip.getInputStream(entry).getText('UTF-8')
            def old = (text =~ /(?m)^hostname: (\S+)/)[0][1]
            text = text.replaceFirst(/(?m)^hostname: .*/, "hostname: ${name}")
                    .replaceFirst(/(?m)^    - \{name: netops, password: [^,}]+/, '    - {name: netops, password: Demo@123')
                    .replaceFirst(/(?m)^commands:\n/, "commands:\n${special.getOrDefault(name, '')}")
                    .replaceAll("\\b${java.util.regex.Pattern.quote(old)}\\b(?!:)", name)
            def scene = new File(scenes, "${name}.yaml")
            scene.setText(text + faults.getOrDefault(name, ''), 'UTF-8')
            arguments += ['--scene', scene.path]
        }
    }
    def java = new File(System.getProperty('java.home'), 'bin/java').path
    def devices = new ProcessBuilder([java, '-XX:+UseSerialGC', '-jar', jar.path, *arguments])
            .redirectErrorStream(true)
            .start()
    Runtime.runtime.addShutdownHook(new Thread({ devices.destroy() } as Runnable))
    // It prints a line for each device once all are there.
    def printed = devices.inputStream.newReader('UTF-8')
    def ready = (1..14).collect { printed.readLine() }.findAll { it != null }
    new File(home, 'devices.log').withWriter('UTF-8') { log -> ready.each { log.println(it) } }
    Thread.startDaemon('simulated devices') {
        printed.eachLine { line -> new File(home, 'devices.log') << line + '\n' }
    }
    println "Demo: ${ready.size()} simulated devices on 127.0.0.1, ports 22001 to 22014; see work/devices.log."
} else {
    println "Demo: no simulated devices, because ${jar.canonicalPath} is missing; ./dev jenkins builds it."
}

new File(home, 'jobs-demo').eachFileMatch(~/.*\.xml/) { file ->
    def name = file.name - '.xml'
    if (name != 'network-backup' && Jenkins.get().getItem(name) == null) {
        file.withInputStream { Jenkins.get().createProjectFromXML(name, it) }
        println "Demo: made the job ${name}."
    }
}
