#!/bin/sh
# Makes the certificates of the tests anew: run in an empty folder, and keep what ends in .pem and .key. An
# authority of the tests' own, a server of it for 127.0.0.1 and limits.invalid, one of it for another
# name, and one of an authority nobody knows. They hold for a hundred years, from 2020 on.
set -eu

# authority NAME
authority()
{
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 \
        -subj "/CN=Association Limits tests, $1" -keyout "$1.key" -out "$1.now.pem"
    openssl req -new -key "$1.key" -subj "/CN=Association Limits tests, $1" -out "$1.csr"
    sign "$1" "$1.now.pem" "$1.key" "basicConstraints=critical,CA:TRUE" -selfsign
}

# server NAME AUTHORITY NAMES
server()
{
    openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
        -subj "/CN=$1" -keyout "$1.key" -out "$1.csr"
    sign "$1" "$2.pem" "$2.key" "subjectAltName=$3"
}

# sign NAME AUTHORITY-CERTIFICATE AUTHORITY-KEY EXTENSION [OPTIONS]; "openssl ca" since no other command sets the
# first day.
sign()
{
    name=$1 certificate=$2 key=$3 extension=$4
    shift 4
    : >index
    printf '[ca]\ndefault_ca=own\n[own]\ndatabase=index\nnew_certs_dir=.\npolicy=any\nrand_serial=yes\n[any]\ncommonName=supplied\n' >config
    printf '%s\n' "$extension" >extensions
    openssl ca -batch -config config -md sha256 -notext -cert "$certificate" -keyfile "$key" \
        -startdate 20200101000000Z -enddate 21200101000000Z -extfile extensions \
        -in "$name.csr" -out "$name.pem" "$@"
}

authority authority
authority stranger
server server authority "IP:127.0.0.1,DNS:limits.invalid"
server elsewhere authority "DNS:elsewhere.invalid"
server unknown stranger "IP:127.0.0.1,DNS:limits.invalid"
rm -f ./*.csr ./*.now.pem ./[0-9A-F][0-9A-F]*.pem index* config extensions authority.key stranger.key stranger.pem
