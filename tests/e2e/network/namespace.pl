# Runs a command in this network namespace, whose every route leads to the loopback device, and writes down each packet
# that is not the computer talking to itself. Perl, because every Debian has it and it opens packet sockets.
# Usage (as root): unshare --net --mount -- perl namespace.pl PACKETS-FILE COMMAND ARGUMENT...
use strict;
use warnings;

my ($file, @command) = @ARGV;
my ($AF_INET, $AF_INET6, $AF_PACKET, $DGRAM, $RAW) = (2, 10, 17, 2, 3);
my ($SIOCADDRT, $SIOCSIFFLAGS, $SIOCSIFADDR) = (0x890B, 0x8914, 0x8916);
my ($IFF_UP, $RTF_UP) = (1, 1);
my $ETH_P_ALL = unpack 'S', pack 'n', 3;

# The loopback device up, and the default routes through it: what is sent anywhere passes where we listen.
socket my $v4, $AF_INET, $DGRAM, 0 or die "inet: $!";
my $flags = pack 'a16 s x14', 'lo', $IFF_UP;
ioctl $v4, $SIOCSIFFLAGS, $flags or die "lo up: $!";
my $any = pack 'S x14', $AF_INET;
my $name = "lo\0";
# struct rtentry of 64-bit Linux: destination, gateway, mask, flags ... device.
my $route4 = pack 'x8 a16 a16 a16 S x6 x8 x8 x8 p x24', $any, $any, $any, $RTF_UP, $name;
ioctl $v4, $SIOCADDRT, $route4 or die "default route: $!";
if (socket my $v6, $AF_INET6, $DGRAM, 0) {
  # An address that may be used outside, or nothing would be sent at all. struct in6_ifreq: address, bits, device.
  my $address = pack 'n8 L l', 0x2001, 0xdb8, 0, 0, 0, 0, 0, 2, 128, 1;
  ioctl $v6, $SIOCSIFADDR, $address;
  # struct in6_rtmsg: destination, source, gateway ... flags, index of the device (lo is always 1).
  my $route6 = pack 'x48 L S S L x4 Q L l', 0, 0, 0, 1, 0, $RTF_UP, 1;
  ioctl $v6, $SIOCADDRT, $route6;
}

# Names are asked of an address outside, so that the question would be seen.
my $resolv = "$file.resolv";
open my $out, '>', $resolv or die "$resolv: $!";
print $out "nameserver 192.0.2.53\noptions timeout:1 attempts:1\n";
close $out;
system('mount', '--make-rprivate', '/') == 0 or die 'mount';
if (-e '/etc/resolv.conf') { system('mount', '--bind', $resolv, '/etc/resolv.conf') == 0 or die 'mount' }

socket my $packets, $AF_PACKET, $RAW, $ETH_P_ALL or die "packet socket: $!";
my $listener = fork // die "fork: $!";
if (!$listener) { listen_to($packets); exit }
my $status = system @command;
select undef, undef, undef, 0.3;
kill 'TERM', $listener;
waitpid $listener, 0;
exit($status == -1 ? 127 : $status >> 8 || ($status & 127 ? 128 : 0));

sub listen_to {
  my ($socket) = @_;
  open my $log, '>', $file or die "$file: $!";
  $log->autoflush(1);
  while (defined recv $socket, my $frame, 65535, 0) {
    my $type = unpack 'x12 n', $frame;
    my $line = $type == 0x0800 ? ipv4($frame) : $type == 0x86DD ? ipv6($frame) : "frame type $type";
    print $log "$line\n" if $line;
  }
}

sub ipv4 {
  my ($frame) = @_;
  my ($length, $protocol, $from, $to) = unpack 'x14 C x8 C x2 a4 a4', $frame;
  return '' if ord($from) == 127 && ord($to) == 127;
  my @ports = unpack "x14 x" . ($length & 15) * 4 . 'n n', $frame;
  return "protocol $protocol to " . join('.', unpack 'C4', $to) . ' port ' . ($ports[1] // 0);
}

sub ipv6 {
  my ($frame) = @_;
  my ($protocol, $from, $to) = unpack 'x14 x6 C x a16 a16', $frame;
  my $self = "\0" x 15 . "\1";
  return '' if $from eq $self && $to eq $self;
  return "protocol $protocol to " . join(':', map { sprintf '%x', $_ } unpack 'n8', $to);
}
