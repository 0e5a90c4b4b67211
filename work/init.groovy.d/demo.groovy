// Starts the simulated devices of the demo and makes its jobs, when Jenkins starts. Part of "./dev jenkins" only, not of
// the plugin.
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase
import jenkins.model.Jenkins

def home = Jenkins.get().rootDir

// The devices make new host keys at each start: the old ones would look like an attack.
def keys = HostKeyDatabase.get()
keys.keys().findAll { it.host() == '127.0.0.1' && it.port() in [22001, 22002] }.each { keys.remove(it.id()) }

def jar = new File(home, '../src/cli/target/network-shell.jar')
if (jar.exists()) {
    def java = new File(System.getProperty('java.home'), 'bin/java').path
    def devices = new ProcessBuilder(
            java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar.path, 'simulate',
            '--platform', 'huawei_vrp', '--platform', 'cisco_ios', '--port', '22001')
            .redirectErrorStream(true)
            .redirectOutput(new File(home, 'devices.log'))
            .start()
    Runtime.runtime.addShutdownHook(new Thread({ devices.destroy() } as Runnable))
    println 'Demo: simulated devices on 127.0.0.1, ports 22001 (huawei_vrp) and 22002 (cisco_ios); see work/devices.log.'
} else {
    println "Demo: no simulated devices, because ${jar.canonicalPath} is missing; ./dev jenkins builds it."
}

new File(home, 'jobs-demo').eachFileMatch(~/.*\.xml/) { file ->
    def name = file.name - '.xml'
    if (Jenkins.get().getItem(name) == null) {
        file.withInputStream { Jenkins.get().createProjectFromXML(name, it) }
        println "Demo: made the job ${name}."
    }
}
