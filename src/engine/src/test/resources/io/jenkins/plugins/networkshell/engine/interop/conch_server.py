"""Twisted Conch as a server: commands run in a shell. Arguments: port; the password is in the environment."""
import os
import sys

from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from twisted.conch import avatar
from twisted.conch.interfaces import IConchUser, ISession
from twisted.conch.ssh import factory, keys, session
from twisted.cred import checkers, portal
from twisted.internet import reactor
from twisted.python import components
from zope.interface import implementer


class User(avatar.ConchUser):
    def __init__(self):
        super().__init__()
        self.channelLookup[b"session"] = session.SSHSession


@implementer(ISession)
class Session:
    def __init__(self, user):
        self.process = None

    def getPty(self, terminal, size, modes):
        pass

    def openShell(self, protocol):
        raise NotImplementedError

    def execCommand(self, protocol, command):
        self.process = reactor.spawnProcess(protocol, "/bin/sh", ["/bin/sh", "-c", command])

    def windowChanged(self, size):
        pass

    def eofReceived(self):
        pass

    def closed(self):
        pass


components.registerAdapter(Session, User, ISession)


@implementer(portal.IRealm)
class Realm:
    def requestAvatar(self, name, mind, *interfaces):
        return IConchUser, User(), lambda: None


RSA = keys.Key(rsa.generate_private_key(65537, 2048))
ED25519 = keys.Key(ed25519.Ed25519PrivateKey.generate())


class Factory(factory.SSHFactory):
    publicKeys = {b"ssh-ed25519": ED25519.public(), b"ssh-rsa": RSA.public()}
    privateKeys = {b"ssh-ed25519": ED25519, b"ssh-rsa": RSA}


accounts = checkers.InMemoryUsernamePasswordDatabaseDontUse(netops=os.environ["PASSWORD"].encode())
Factory.portal = portal.Portal(Realm(), [accounts])
reactor.listenTCP(int(sys.argv[1]), Factory(), interface="127.0.0.1")
reactor.callWhenRunning(lambda: print("listening", flush=True))
reactor.run()
