/** capabilities(7). */
export const CAPABILITIES: ReadonlySet<string> = new Set(
  (
    'AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK ' +
    'IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP ' +
    'SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME ' +
    'SYS_TTY_CONFIG WAKE_ALARM'
  ).split(' '),
)

/** signal(7), by Docker's names: https://github.com/moby/sys/blob/main/signal/signal_linux.go */
export const SIGNALS: ReadonlySet<string> = new Set([
  ...(
    'ABRT ALRM BUS CHLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 ' +
    'USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
  ).split(' '),
  ...Array.from({ length: 15 }, (_, at) => `RTMIN+${at + 1}`),
  ...Array.from({ length: 14 }, (_, at) => `RTMAX-${at + 1}`),
])

/** getrlimit(2), by Docker's names: https://github.com/docker/go-units/blob/master/ulimit.go */
export const ULIMITS: ReadonlySet<string> = new Set(
  'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(' '),
)

/** Limits that must not be 0, or no program can start. */
export const NEEDED_ULIMITS: ReadonlySet<string> = new Set(['cpu', 'data', 'nofile', 'stack'])

/** Options of a tmpfs by tmpfs(5) and mount(8): https://docs.docker.com/engine/storage/tmpfs/ */
export const TMPFS_OPTION =
  /^(rw|ro|(no)?(exec|suid|dev|atime|diratime)|(rel|strict)atime|a?sync|size=\d{1,18}[kmgKMG%]?|mode=[0-7]{3,4}|(uid|gid)=\d{1,9}|nr_(inodes|blocks)=\d{1,18}[kmgKMG]?)$/

/** https://docs.docker.com/engine/storage/volumes/ and bind-mounts/; Docker on Linux ignores consistent, cached and delegated. */
export const VOLUME_OPTION = /^(rw|ro|z|Z|nocopy|consistent|cached|delegated)$/
export const FOLDER_OPTION = /^(rw|ro|z|Z|r?(private|shared|slave)|consistent|cached|delegated)$/
