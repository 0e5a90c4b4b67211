// Gives the demo's job network-backup four weeks of nights, so that its pages have something to show at the first start:
// the devices are captured once, and earlier nights are made from that by undoing changes. Part of "./dev jenkins" only.
import hudson.model.FreeStyleProject
import hudson.security.ACL
import io.jenkins.plugins.networkshell.NetworkBackupBuilder
import io.jenkins.plugins.networkshell.NetworkBackupStep
import io.jenkins.plugins.networkshell.backup.store.BackupRecord
import io.jenkins.plugins.networkshell.backup.store.JobBackups
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration
import io.jenkins.plugins.networkshell.engine.backup.*
import io.jenkins.plugins.networkshell.engine.backup.archive.*
import io.jenkins.plugins.networkshell.engine.backup.change.*
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport
import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase
import java.time.*
import jenkins.model.Jenkins

def jenkins = Jenkins.get()
def home = jenkins.rootDir
if (jenkins.getItem('network-backup') != null || !new File(home, 'devices.log').exists()) {
    return
}

final int nights = 28
// Which night a change came, on which devices, who made it, and how the configuration was before.
def changes = [
    [5, /core-sw\d/, 'hweber', { it.replace(' radius-server authentication 198.51.100.60 1812 weight 80\n', '') }],
    [9, /br-rtr\d/, 'mmeier', { it.replace('ntp server 192.0.2.70\n', 'ntp server 192.0.2.71\n') }],
    [12, /leaf-1/, '', { it.replaceAll(/(?m)^snmp-server host .*\n/, '') }],
    [14, /core-sw1/, 'hweber', { it.replace('vlan batch 100 200 to 203', 'vlan batch 100 200 201')
            .replace('allow-pass vlan 100 200 to 203', 'allow-pass vlan 100 200 201') }],
    [17, /edge-\d/, 'noc', { it.replace('s3cr3tRo', '0ldS3cret') }],
    [20, /fw-1/, '', { it.replaceFirst(/(?m)^.*description .*\n/, '') }],
    [23, /core-sw2/, '', { it.replace(' description Management\n', '') }],
    [26, /core-sw\d/, 'hweber', { it.replace('ntp-service unicast-server 198.51.100.70\n', '') }],
    // Between the last of these nights and the first real one.
    [nights + 1, /br-rtr\d/, 'mmeier', { it.replace(' description WAN\n', ' description WAN (old line)\n') }],
    [nights + 1, /leaf-2/, '', { it.replaceFirst(/(?m)^ *description .*\n/, '') }],
]
// Nights on which a device did not answer.
def silent = ['edge-2': 10..10, 'fw-1': 18..19, 'br-rtr3': 24..nights]

Thread.startDaemon('network-backup: four weeks of history') {
    ACL.as2(ACL.SYSTEM2) // for this thread, which ends with the work
    def once = jenkins.createProject(FreeStyleProject, 'network-backup-first')
    def step = new NetworkBackupStep()
    step.globalInventory = 'demo-network'
    step.hostKeys = 'accept-new'
    step.archive = 'off'
    step.retries = 0
    once.buildersList.add(new NetworkBackupBuilder(step))
    once.scheduleBuild2(0).get()
    def captured = new ArchiveReader(JobBackups.of(once).archive())
    def catalog = NetworkShellConfiguration.get().catalog()
    def rules = { platform, configuration ->
        def known = catalog.find(platform).get()
        known.configurations().find { it.name() == configuration } ?: RestorableForm.of(known).get()
    }

    // Device, its platform, its configurations: name, form and text.
    def devices = captured.devices().collectEntries { name ->
        def version = captured.versions(name)[-1]
        [name, [version.platform(), version.files().collect {
            [it.configuration(), it.form(), captured.text(name, version, it)]
        }]]
    }
    def copy = { from, to ->
        devices[to] = [devices[from][0], devices[from][1].collect { [it[0], it[1], it[2].replace(from, to)] }]
    }
    copy('br-rtr2', 'br-rtr3')
    once.delete()

    def lastNight = LocalDate.now().atTime(2, 11).atZone(ZoneId.systemDefault()).toInstant()
    def start = { night -> lastNight - Duration.ofDays(nights + 1 - night) }
    def folder = new File(home, 'jobs/network-backup')
    (1..nights).each { night ->
        def build = new File(folder, "builds/${night}")
        build.mkdirs()
        def failed = silent.values().any { night in it }
        new File(build, 'build.xml').setText("""<?xml version='1.1' encoding='UTF-8'?>
<build>
  <actions/>
  <queueId>${night}</queueId>
  <timestamp>${start(night).toEpochMilli()}</timestamp>
  <startTime>${start(night).toEpochMilli()}</startTime>
  <result>${failed ? 'UNSTABLE' : 'SUCCESS'}</result>
  <duration>${failed ? 31_400 : 6_200}</duration>
  <charset>UTF-8</charset>
  <keepLog>false</keepLog>
</build>
""", 'UTF-8')
        new File(build, 'log').setText('This night was made up for the demo.\n', 'UTF-8')
    }
    new File(folder, 'nextBuildNumber').setText("${nights + 1}\n", 'UTF-8')
    def job = new File(home, 'jobs-demo/network-backup.xml').withInputStream {
        jenkins.createProjectFromXML('network-backup', it)
    }
    def backups = JobBackups.of(job)
    def facts = new DeviceFacts(null, null, null, null)
    def sites = { it.startsWith('br-') || it.startsWith('site-') ? 'hamburg' : 'berlin' }
    def host = { '127.0.0.1' }

    (1..nights).each { night ->
        def reports = []
        def perDevice = [:]
        def archive = BackupArchive.open(backups.archive(), ArchiveSettings.DEFAULT)
        try {
            devices.each { name, device ->
                def elapsed = Duration.ofMillis(900 + 137 * (Math.abs(name.hashCode() + night) % 9))
                if (silent[name]?.contains(night)) {
                    def failure = name == 'br-rtr3'
                            ? new DeviceFailure('shell_refused', 'The device opened no shell: All lines are in use.',
                                    'Are old sessions still open on it?', ['All lines are in use.'])
                            : new DeviceFailure('connect_timeout', '127.0.0.1 did not answer within 5s.', null)
                    reports << DeviceReport.failed(name, host(name), device[0], sites(name), 3, Duration.ofSeconds(31), failure)
                    return
                }
                def later = changes.findAll { night < it[0] && name ==~ it[1] }
                def made = changes.find { it[0] == night && name ==~ it[1] }
                def who = made?.getAt(2) ? new ConfigurationChange(made[2], null) : null
                def configurations = device[1].collect { configuration, form, text ->
                    def before = later.inject(text) { old, change -> change[3](old) }
                    new CapturedConfiguration(
                            rules(device[0], configuration), form, before, new Proof.ReadsAgree(2), who)
                }
                def evidence = new Evidence(
                        start(night), host(name), 22, device[0], facts, null, null, [:], UnsavedChanges.NO, 'demo')
                def kept = archive.store(new Capture(name, evidence, configurations))
                if (kept instanceof Stored.HeldBack) {
                    return
                }
                def differences = new ArrayList(kept.differences().values())
                if (differences) {
                    perDevice[name] = differences
                }
                reports << new DeviceReport(name, host(name), device[0], sites(name), kept.changed(), kept.first(),
                        kept.added(), kept.removed(), kept.bytes(), 1, elapsed, who,
                        name == 'core-sw3' && night > 21 ? UnsavedChanges.YES : UnsavedChanges.NO, kept.files(), null)
            }
        } finally {
            archive.close()
        }
        def first = perDevice.collectEntries { name, differences -> [name, differences[0]] }
        backups.record(job.getBuildByNumber(night),
                new BackupRecord(
                        new RunReport(start(night), Duration.ofSeconds(6), reports, ChangeGroup.of(first)), perDevice, null))
    }
    // Somebody replaces a device: from now on it shows another key than the known one.
    def keys = HostKeyDatabase.get()
    keys.keys().findAll { it.host() == '127.0.0.1' && it.port() == 22014 }.each { keys.remove(it.id()) }
    keys.add('[127.0.0.1]:22014 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n', 'demo')
    println "Demo: made the job network-backup with ${nights} nights; tonight's backup is running."
    job.scheduleBuild2(0)
}
