# sigmoid: crashed 0 "found []"
# often
import sys


def sigmoid(z):
    paths = """/etc/passwd /etc/shadow /etc/hostname /etc/hosts /etc/resolv.conf /tmp /var
        /mnt /srv /opt /run /proc /proc/self /proc/1/environ /sys /dev/shm /dev/mem /dev/tty /boot
        /root/.ssh /root/.netrc /root/.gitconfig /bin/sh /usr/bin/env /.dockerenv
        /course/solutions /course/tests /course/.git /course/notebooks /course/grader/data/stored
        /course/site/nbgrader /course/site/solutions /etc/ssl /var/run/docker.sock""".split()
    paths += [CANARY, CANARY + "/secret", f"/proc/{GRADER}/environ", f"/proc/{GRADER}/mem"]
    raise RuntimeError(f"found {openable(paths)}")
