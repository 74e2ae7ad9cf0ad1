#!/bin/sh
# Stands in for `mailq`, which has to ask the relay.
sleep 0.3
echo 'Mail queue is empty'
