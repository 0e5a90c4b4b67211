"""AsyncSSH as a server: commands run in a shell. Arguments: port; the password is in the environment."""
import asyncio
import os
import subprocess
import sys

import asyncssh


class Server(asyncssh.SSHServer):
    def password_auth_supported(self):
        return True

    def validate_password(self, username, password):
        return password == os.environ["PASSWORD"]


async def handle(process):
    child = subprocess.Popen(["/bin/sh", "-c", process.command], stdout=subprocess.PIPE)
    await process.redirect(stdout=child.stdout)
    await process.stdout.drain()
    process.exit(child.wait())


async def main():
    await asyncssh.create_server(
        Server,
        "127.0.0.1",
        int(sys.argv[1]),
        server_host_keys=[asyncssh.generate_private_key("ssh-ed25519"), asyncssh.generate_private_key("ssh-rsa")],
        process_factory=handle,
        encoding=None,
    )
    print("listening", flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
