import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { GristmillError, jsonText } from '@gristmill/protocol';
import {
  type Deployment,
  deployContracts,
  LOCAL_CHAIN_ID,
  type LocalChain,
  readDeployment,
  startLocalChain,
} from '@gristmill/settlement';
