// Made from contracts/src/Escrow.sol by contracts/generate.ts; change the Solidity and run it again.
export const escrowAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token_",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "registrar_",
        "type": "address"
      },
      {
        "internalType": "uint40",
        "name": "challengeDelay_",
        "type": "uint40"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "funded",
        "type": "uint256"
      }
    ],
    "name": "AccountFull",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "filedReturn",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "AlreadyRefunded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "obligation",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "AlreadyRemitted",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "payoutAddress",
        "type": "address"
      }
    ],
    "name": "AuthorityAlreadyRegistered",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      }
    ],
    "name": "AuthorityUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "balance",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "BalanceTooSmall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint40",
        "name": "challengeDelay",
        "type": "uint40"
      }
    ],
    "name": "ChallengeDelayOutOfRange",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "delegate",
        "type": "address"
      },
      {
        "internalType": "uint96",
        "name": "limit",
        "type": "uint96"
      },
      {
        "internalType": "uint96",
        "name": "drawn",
        "type": "uint96"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "DelegationExhausted",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "delegate",
        "type": "address"
      },
      {
        "internalType": "uint40",
        "name": "expiry",
        "type": "uint40"
      }
    ],
    "name": "DelegationExpired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "delegate",
        "type": "address"
      }
    ],
    "name": "DelegationNotSigned",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "delegate",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "DelegationOutOfScope",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "InvalidPayee",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "payoutAddress",
        "type": "address"
      }
    ],
    "name": "InvalidPayoutAddress",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      }
    ],
    "name": "InvalidSignature",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidSigner",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      }
    ],
    "name": "InvalidTaxpayer",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "wallet",
        "type": "address"
      }
    ],
    "name": "InvalidWallet",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "NoPlan",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "NoReleaseRequested",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "NoWithdrawalRequested",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "registrar",
        "type": "address"
      }
    ],
    "name": "NotRegistrar",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "NotTheEscrow",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "NotTheSigner",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingArrived",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "NothingReserved",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingToMove",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "OutOfGas",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "filedReturn",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "RefundNotSigned",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "uint40",
        "name": "releasableAt",
        "type": "uint40"
      }
    ],
    "name": "ReleaseTooEarly",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "reserved",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      }
    ],
    "name": "ReservationNotIncreasing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "uint24",
        "name": "releases",
        "type": "uint24"
      }
    ],
    "name": "ReservationReleased",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "balance",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "SetAsideTooSmall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "setAsidePpm",
        "type": "uint32"
      }
    ],
    "name": "ShareTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "StatementNotSigned",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "claimed",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      }
    ],
    "name": "VoucherNotIncreasing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "uint40",
        "name": "withdrawableAt",
        "type": "uint40"
      }
    ],
    "name": "WithdrawalTooEarly",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "payoutAddress",
        "type": "address"
      }
    ],
    "name": "AuthorityRegistered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "Payment",
        "name": "payment",
        "type": "bytes32"
      }
    ],
    "name": "Claimed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "ClaimedMany",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "delegate",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "digest",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "revokedAt",
        "type": "uint40"
      }
    ],
    "name": "DelegationRevoked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Deposited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "wallet",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "setAside",
        "type": "uint256"
      }
    ],
    "name": "Payout",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "PlanCleared",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "wallet",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "setAsidePpm",
        "type": "uint32"
      }
    ],
    "name": "PlanSet",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "filedReturn",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Refunded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "releasableAt",
        "type": "uint40"
      }
    ],
    "name": "ReleaseRequested",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Released",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "obligation",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "payoutAddress",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Remitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      }
    ],
    "name": "Reserved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "SetAside",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "reason",
        "type": "bytes"
      }
    ],
    "name": "VoucherSkipped",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "withdrawableAt",
        "type": "uint40"
      }
    ],
    "name": "WithdrawalRequested",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Withdrawn",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "accountOf",
    "outputs": [
      {
        "internalType": "uint96",
        "name": "funded",
        "type": "uint96"
      },
      {
        "internalType": "uint96",
        "name": "committed",
        "type": "uint96"
      },
      {
        "internalType": "uint96",
        "name": "withdrawing",
        "type": "uint96"
      },
      {
        "internalType": "uint40",
        "name": "withdrawableAt",
        "type": "uint40"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "cancelRelease",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "challengeDelay",
    "outputs": [
      {
        "internalType": "uint40",
        "name": "",
        "type": "uint40"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "channelOf",
    "outputs": [
      {
        "internalType": "uint96",
        "name": "claimed",
        "type": "uint96"
      },
      {
        "internalType": "uint96",
        "name": "reserved",
        "type": "uint96"
      },
      {
        "internalType": "uint40",
        "name": "releasableAt",
        "type": "uint40"
      },
      {
        "internalType": "uint24",
        "name": "releases",
        "type": "uint24"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "cumulative",
            "type": "uint256"
          }
        ],
        "internalType": "struct Escrow.Voucher",
        "name": "voucher",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "claim",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "cumulative",
            "type": "uint256"
          }
        ],
        "internalType": "struct Escrow.Voucher",
        "name": "voucher",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "delegate",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          },
          {
            "internalType": "uint96",
            "name": "limit",
            "type": "uint96"
          },
          {
            "internalType": "uint40",
            "name": "expiry",
            "type": "uint40"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Delegations.Delegation",
        "name": "delegation",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "delegationSignature",
        "type": "bytes"
      }
    ],
    "name": "claimDelegated",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "components": [
              {
                "internalType": "Payment",
                "name": "promised",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "r",
                "type": "bytes32"
              },
              {
                "internalType": "bytes32",
                "name": "vs",
                "type": "bytes32"
              }
            ],
            "internalType": "struct Escrow.CompactVoucher[]",
            "name": "vouchers",
            "type": "tuple[]"
          }
        ],
        "internalType": "struct Escrow.Batch[]",
        "name": "batches",
        "type": "tuple[]"
      }
    ],
    "name": "claimMany",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "Payment[]",
        "name": "promises",
        "type": "bytes32[]"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "claimStatement",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "claimedBy",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "clearPlan",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "r",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "vs",
        "type": "bytes32"
      }
    ],
    "name": "collect",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "deposit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "validAfter",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "validBefore",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "v",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "r",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
      }
    ],
    "name": "depositWithAuthorization",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "v",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "r",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
      }
    ],
    "name": "depositWithPermit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "distribute",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      }
    ],
    "name": "drawAndPay",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "digest",
        "type": "bytes32"
      }
    ],
    "name": "grantOf",
    "outputs": [
      {
        "internalType": "uint96",
        "name": "drawn",
        "type": "uint96"
      },
      {
        "internalType": "uint40",
        "name": "revokedAt",
        "type": "uint40"
      },
      {
        "internalType": "bool",
        "name": "checked",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "hasPlan",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "delegate",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          },
          {
            "internalType": "uint96",
            "name": "limit",
            "type": "uint96"
          },
          {
            "internalType": "uint40",
            "name": "expiry",
            "type": "uint40"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Delegations.Delegation",
        "name": "delegation",
        "type": "tuple"
      }
    ],
    "name": "hashDelegation",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          },
          {
            "internalType": "uint96",
            "name": "cumulative",
            "type": "uint96"
          },
          {
            "internalType": "uint24",
            "name": "releases",
            "type": "uint24"
          }
        ],
        "internalType": "struct Escrow.Reservation",
        "name": "reservation",
        "type": "tuple"
      }
    ],
    "name": "hashReservation",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "Payment[]",
        "name": "promises",
        "type": "bytes32[]"
      }
    ],
    "name": "hashStatement",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "cumulative",
            "type": "uint256"
          }
        ],
        "internalType": "struct Escrow.Voucher",
        "name": "voucher",
        "type": "tuple"
      }
    ],
    "name": "hashVoucher",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      }
    ],
    "name": "payoutAddressOf",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "planOf",
    "outputs": [
      {
        "internalType": "address",
        "name": "wallet",
        "type": "address"
      },
      {
        "internalType": "uint32",
        "name": "setAsidePpm",
        "type": "uint32"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "filedReturn",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "refund",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "filedReturn",
        "type": "bytes32"
      }
    ],
    "name": "refundedFor",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "payoutAddress",
        "type": "address"
      }
    ],
    "name": "registerAuthority",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "registrar",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "release",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "obligation",
        "type": "bytes32"
      }
    ],
    "name": "remit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "obligation",
        "type": "bytes32"
      }
    ],
    "name": "remittedFor",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      }
    ],
    "name": "requestRelease",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "uint96",
        "name": "amount",
        "type": "uint96"
      }
    ],
    "name": "requestWithdrawal",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          },
          {
            "internalType": "uint96",
            "name": "cumulative",
            "type": "uint96"
          },
          {
            "internalType": "uint24",
            "name": "releases",
            "type": "uint24"
          }
        ],
        "internalType": "struct Escrow.Reservation",
        "name": "reservation",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "reserve",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "signer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "delegate",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payer",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "payee",
            "type": "address"
          },
          {
            "internalType": "uint96",
            "name": "limit",
            "type": "uint96"
          },
          {
            "internalType": "uint40",
            "name": "expiry",
            "type": "uint40"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Delegations.Delegation",
        "name": "delegation",
        "type": "tuple"
      }
    ],
    "name": "revoke",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "setAside",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "arrived",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      }
    ],
    "name": "setAsideOf",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "wallet",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "uint32",
        "name": "setAsidePpm",
        "type": "uint32"
      }
    ],
    "name": "setPlan",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "split",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "setAside",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "walletAmount",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "token",
    "outputs": [
      {
        "internalType": "contract IERC20",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "withdraw",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;

export const escrowBytecode = '0x6101c0806040523461024857606081615d378038038091610020828561024c565b8339810103126102485780516001600160a01b0381168103610248576020820151916001600160a01b038316830361024857604001519164ffffffffff8316918284036102485760405161007560408261024c565b6010815260208101906f47726973746d696c6c20457363726f7760801b8252604051916100a360408461024c565b600183526020830191603160f81b83526100bc81610283565b610120526100c984610283565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261013260c08261024c565b5190206080523060c05261016052610180528015158061023a575b1561022857506101a052604051615a4890816102ef82396080518161521e015260a051816152db015260c051816151ef015260e0518161526d01526101005181615293015261012051816121420152610140518161216c01526101605181818161023201528181610c4201528181610e1301528181611cc501528181611f8f01528181612afd01528181613523015281816142e10152818161473d01528181614d240152818161516c015281816151b4015261559a015261018051818181612e6f0152612f4301526101a0518181816122bf0152614a430152f35b6322830c9b60e21b5f5260045260245ffd5b506301e1338081111561014d565b5f80fd5b601f909101601f19168101906001600160401b0382119082101761026f57604052565b634e487b7160e01b5f52604160045260245ffd5b601f8151116102ae57602081519101516020821061029f571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c8063036fc2971461365d5780630e57ffae146135da57806312a62cff1461349557806315dc07d71461315c5780631af9a5fd146131215780631b921665146130d45780632386d6eb14612ef15780632515d7da14612e935780632b20e39714612e245780633107ba4214612cd957806344275add14612c2957806347e7ef2414612bb057806351cff8d9146129615780635d1e2d1b146128e65780636000783f1461243c57806366189a10146122e35780636d4c9dea1461228357806376f847741461224057806384b0196e1461210a5780638a94d4fc14611ebf5780639341349614611e7257806394a7848314611dde57806394e478c114611d2e5780639655a92514611ba15780639aee26f114611b2d5780639ed5540314611a72578063a96c778414611973578063aed7968614611759578063b04df08a146116c0578063c0a5854614611660578063c169dac714611580578063c304484414611428578063c4ad15bf14611223578063cb0a686b146111b3578063cd5e725c14610f37578063d7b36f4814610eca578063d97e7b0814610c6e578063de381d6c14610b46578063e2f90c6214610a6d578063f1ed6c9214610341578063fb932108146102595763fc0c546a146101e8575f80fd5b3461025657807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b50346102565760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102565761031b610294613a51565b61029c61569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d61030a816103058173ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b61407f565b6103156024356142df565b906150c0565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b5034610256577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36016101a08112610a69576080136102565760843567ffffffffffffffff8111610a695761039a903690600401613b0f565b919060e07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5c360112610a69576101843567ffffffffffffffff8111610a655761059c92916103ef6105ba923690600401613b0f565b9490956103fa61569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d61046a610429613f2f565b73ffffffffffffffffffffffffffffffffffffffff80610447613ee9565b16911614610453613f52565b61045b613ec6565b90610464613f0c565b92614270565b61057d610475613dac565b9160405194610570602087017ff4b335a2ed3ad4f61bf92db1d9c58530e7fe62c630d9ac14433d9dbf05d04607815273ffffffffffffffffffffffffffffffffffffffff6104c1613a51565b16604089015273ffffffffffffffffffffffffffffffffffffffff6104e4613a74565b16606089015273ffffffffffffffffffffffffffffffffffffffff610507613a97565b1660808901526064359788968760a083015260c082015260c0815261052d60e082613c03565b5190206105386151d8565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b610578613f52565b614873565b610585613ec6565b61058d613ee9565b90610596613f0c565b92614202565b6105a4613ec6565b6105ac613ee9565b6105b4613f0c565b91614ef1565b916105c3613ec6565b6106086105ce613f0c565b6105d6613f52565b928373ffffffffffffffffffffffffffffffffffffffff6105f5613f75565b16158015610a3c575b806109ee57614270565b610610613dac565b90818452600760205260408420906040519161062b83613bba565b54936bffffffffffffffffffffffff8516835264ffffffffff8560601c1694602084019580875260ff604086019260881c1615158252610144359064ffffffffff8216918281036109ea579064ffffffffff9281151590816109e0575b506109d8575b50168042101561099357506106c86bffffffffffffffffffffffff6106b1613fdd565b166bffffffffffffffffffffffff86511690614837565b88116106d2613fdd565b6bffffffffffffffffffffffff8651169161092c575050511597881598610915575b50506106fe613f2f565b96156108ce57506020955064ffffffffff8061073b6bffffffffffffffffffffffff6107ce9451166bffffffffffffffffffffffff891690614055565b9451166bffffffffffffffffffffffff6040519561075887613bba565b16855287850190815260016040808701918252948752600789529386209451855491517fffffffffffffffffffffffffffffff00000000000000000000000000000000009092166bffffffffffffffffffffffff9190911617911660601b70ffffffffff00000000000000000000000016178355565b5181547fffffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffffff1690151560881b71ff000000000000000000000000000000000016179055610818613ec6565b610820613ee9565b7fc32f9ef6676124cd4f64af9a81204b2f81c2dcd73e9f170cd114df97eb7c8fe48573ffffffffffffffffffffffffffffffffffffffff80877fffffffffffffffffffffffffffffffffffffffff000000000000000000000000610882613f0c565b60601b16179460405195865216941692a36108a48261089f613f0c565b6150c0565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b7f1c39275500000000000000000000000000000000000000000000000000000000855273ffffffffffffffffffffffffffffffffffffffff87811660045216602452604484fd5b61092492985084610578613f2f565b955f806106f4565b896084926bffffffffffffffffffffffff879373ffffffffffffffffffffffffffffffffffffffff604051957f195d867400000000000000000000000000000000000000000000000000000000875216600486015216602484015260448301526064820152fd5b7f3097fbf700000000000000000000000000000000000000000000000000000000885273ffffffffffffffffffffffffffffffffffffffff8416600452602452604487fd5b90505f61068e565b905081105f610688565b8980fd5b5073ffffffffffffffffffffffffffffffffffffffff610a0c613f98565b1615806142705750610a1c613f98565b73ffffffffffffffffffffffffffffffffffffffff808516911614614270565b50610a45613f75565b73ffffffffffffffffffffffffffffffffffffffff8084169116146105fe565b8280fd5b5080fd5b5034610256577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360160a08112610a69576080136102565760843567ffffffffffffffff8111610a695790610b3d61059c610ace6020943690600401613b0f565b9190610ad861569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d610b04613ec6565b610b0c613ee9565b610b14613f0c565b91610b38606435968795610b3287878787610b2d6151d8565b615301565b85614873565b614202565b90610818613ec6565b50346102565760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657602090610b81613a51565b610b89613a74565b610bcd604435610b9761569a565b610bc581610ba36151d8565b8587610b38339360843590610bbf876064359287873392615301565b856156ea565b338385614ef1565b92507fc32f9ef6676124cd4f64af9a81204b2f81c2dcd73e9f170cd114df97eb7c8fe48473ffffffffffffffffffffffffffffffffffffffff80867fffffffffffffffffffffffffffffffffffffffff0000000000000000000000003360601b16179460405195865216941692a3610c6681337f000000000000000000000000000000000000000000000000000000000000000061476d565b604051908152f35b50346102565760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610256576044359060243560043560643567ffffffffffffffff8111610ec657610cc8903690600401613b0f565b90610cd161569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d828552600260205273ffffffffffffffffffffffffffffffffffffffff604086205416610d24848215156140c9565b33865260056020526040862084875260205260408620878752602052604086205480610e7f575090610dac9291610da660405160208101907f4218c786cfceb660dd3d8f11fd6fa142387b729f507f7b5ceef0b1448be7162b82523360408201528760608201528a60808201528860a082015260a0815261052d60c082613c03565b90614873565b15610e37579283610dc28361031b959633614dc2565b338552600560205260408520818652602052604085208286526020528260408620556040518381527ff03d0fb4a36a41bf829f3be27d53559310fdfadcca53414db220be57fb785e6160203392a4337f000000000000000000000000000000000000000000000000000000000000000061476d565b6040517fbb45656c0000000000000000000000000000000000000000000000000000000081523360048201526024810191909152604481018490526064810191909152608490fd5b6040517fef62b98f00000000000000000000000000000000000000000000000000000000815233600482015260248101869052604481018990526064810191909152608490fd5b8380fd5b50346102565760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657604060209173ffffffffffffffffffffffffffffffffffffffff610f1c613a51565b16815260038352818120602435825283522054604051908152f35b50346102565760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657610f6f613a51565b90610f78613a74565b9060443567ffffffffffffffff8111610a6957610f99903690600401613a20565b6064939193359467ffffffffffffffff8611610ec657610fc161100495963690600401613b0f565b610fcc96919661569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d8596610ffe858a88876140fc565b86614873565b1561116b57949073ffffffffffffffffffffffffffffffffffffffff86169586855260086020526040852073ffffffffffffffffffffffffffffffffffffffff85165f5260205260405f2087865260096020526040862073ffffffffffffffffffffffffffffffffffffffff86165f5260205260405f2086945b8486106110f65760208989898d7f715ee3b9134015b9ee5f7cea708d0932d31e16c3fa16fc1e6b015b245ea52b968573ffffffffffffffffffffffffffffffffffffffff604051948786521693a37f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b90919293949761115f6001916111598b876bffffffffffffffffffffffff61112e611122848e8b6141c5565b3560601c938d8a6141c5565b351673ffffffffffffffffffffffffffffffffffffffff83165f528860205260405f20928d8c61537f565b90613b80565b9801949392919061107e565b8373ffffffffffffffffffffffffffffffffffffffff84816044947f194ba83d0000000000000000000000000000000000000000000000000000000085521660045216602452fd5b50346102565760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610256576111eb613a51565b6111f3613a74565b916044359067ffffffffffffffff8211610256576020610c66858561121b3660048801613a20565b9290916140fc565b50346102565760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102565761125b613a51565b6024356bffffffffffffffffffffffff8116808203610ec65733845260086020526040842073ffffffffffffffffffffffffffffffffffffffff84165f5260205260405f206bffffffffffffffffffffffff6112c0825482808260601c169116613c9c565b168083116113cf575060010180547fffffffffffffffffffffffffffffffffffffffff00000000000000000000000016821781557f5cb58889ff0ee98b10a097ff7a1aef56be29f570d69e6e3fa7ba97bad09ca0669173ffffffffffffffffffffffffffffffffffffffff9164ffffffffff916113bf5761137e875b82547fffffffffffffffffffffffffffffff0000000000ffffffffffffffffffffffff1660609190911b70ffffffffff00000000000000000000000016178255565b5460601c16936113b9604051928392169533958390929164ffffffffff6020916bffffffffffffffffffffffff604085019616845216910152565b0390a380f35b61137e6113ca614a3b565b61133c565b848360849273ffffffffffffffffffffffffffffffffffffffff604051937fec58d8ed00000000000000000000000000000000000000000000000000000000855233600486015216602484015260448301526064820152fd5b50346102565760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657611460613a51565b611468613a74565b33835260096020526040832073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205273ffffffffffffffffffffffffffffffffffffffff8064ffffffffff60405f206114f48587835433906bffffffffffffffffffffffff8082169160601c1611613c44565b6114fc614a3b565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000083549260c01b1691161781555460c01c1692604051938452169216907f1c1137338b42d7558beeda68af7e604da258e731b4648742748149680ed95df460203392a480f35b50346102565760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610256576115b8613a51565b9073ffffffffffffffffffffffffffffffffffffffff60406115d8613a74565b92826115e2613a97565b9516815260096020522091165f5260205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052608060405f2054604051906bffffffffffffffffffffffff811682526bffffffffffffffffffffffff8160601c16602083015264ffffffffff8160c01c16604083015260e81c6060820152f35b50346102565760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657506020610c6661169e6151d8565b6116a6613ec6565b6116ae613ee9565b6116b6613f0c565b9160643593615301565b50346102565760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610256576116f8613a51565b90611701613a74565b611709613a97565b9130330361172d575061172660209383610c669360643592614ef1565b80926150c0565b807fb57ce6b1000000000000000000000000000000000000000000000000000000006024925233600452fd5b50346102565760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657611791613a51565b6024356044359063ffffffff8216809203610ec6576117af836146fb565b1561193157620f424082116119055781158181156118da575b6117d1916140c9565b73ffffffffffffffffffffffffffffffffffffffff604051936117f385613bba565b16928381526001602082018481526040830190848252338852600660205273ffffffffffffffffffffffffffffffffffffffff8060408a20955116167fffffffffffffffffffffffff0000000000000000000000000000000000000000855416178455517fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff77ffffffff000000000000000000000000000000000000000085549260a01b16911617835551910155604051928352602083015260408201527f0301fca387074310b48028ac1b06d9b1833af7050726e9498fb18e6eb4d21eea60603392a280f35b8552506002602052604084205473ffffffffffffffffffffffffffffffffffffffff161515816117c8565b602484837fc44ad1bf000000000000000000000000000000000000000000000000000000008252600452fd5b60248473ffffffffffffffffffffffffffffffffffffffff857f628d229a00000000000000000000000000000000000000000000000000000000835216600452fd5b50346102565760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610256576119ab613a51565b90602435906119b861569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d6119e5836146fb565b15611a30576108a460209383835260028552611a1d8473ffffffffffffffffffffffffffffffffffffffff60408620541615156140c9565b611a286044356142df565b938491614e89565b8073ffffffffffffffffffffffffffffffffffffffff847fc02267e2000000000000000000000000000000000000000000000000000000006024945216600452fd5b50346102565760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102565773ffffffffffffffffffffffffffffffffffffffff6040611ac1613a51565b9282611acb613a74565b9416815260086020522091165f52602052608060405f2064ffffffffff600182549201546bffffffffffffffffffffffff60405193818116855260601c1660208401526bffffffffffffffffffffffff8116604084015260601c166060820152f35b50346102565760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657604060609160043581526007602052205460ff604051916bffffffffffffffffffffffff8116835264ffffffffff81851c16602084015260881c1615156040820152f35b50346102565760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102565760443590602435600435611be361569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d808352600260205273ffffffffffffffffffffffffffffffffffffffff60408420541690611c37818315156140c9565b33845260046020526040842081855260205260408420858552602052604084205480611ce957509384611c6f8461031b969733614dc2565b338652600460205260408620818752602052604086208287526020528360408720556040518381528460208201527f24bb0de359592a40bf851271bb3ac4c1d1811318853ba2856b3a7c33af7ad15560403392a47f000000000000000000000000000000000000000000000000000000000000000061476d565b6040517f1a4f9b170000000000000000000000000000000000000000000000000000000081523360048201526024810192909252604482018690526064820152608490fd5b503461025657807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657611da2336103053373ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b3381526006602052806001604082208281550155337f26ac3bd3e5f58a15280499733e68bf3c52c094330820164c7f29a9c5a85bb1478280a280f35b50346102565760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657604060609173ffffffffffffffffffffffffffffffffffffffff611e30613a51565b1681526006602052206001815491015463ffffffff6040519273ffffffffffffffffffffffffffffffffffffffff8116845260a01c1660208301526040820152f35b503461025657604060209173ffffffffffffffffffffffffffffffffffffffff611e9b36613aba565b92909116835260058552838320908352845282822090825283522054604051908152f35b5034610256576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657611ef8613a51565b611f00613a74565b9060c4359160ff8316809303610ec657611f1861569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d83604051602081019073ffffffffffffffffffffffffffffffffffffffff8416825260a435604082015260408152611f75606082613c03565b51902073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690604051957f70a08231000000000000000000000000000000000000000000000000000000008752306004880152602087602481865afa9687156120ff5784976120c4575b50823b15610ec65761012484928360405195869485937fef55bec600000000000000000000000000000000000000000000000000000000855273ffffffffffffffffffffffffffffffffffffffff8c16600486015230602486015260443560448601526064356064860152608435608486015260a485015260c484015260e43560e4840152610104356101048401525af180156120b9576120a4575b505061209e61031b93614cda565b91614449565b816120ae91613c03565b610ec657835f612090565b6040513d84823e3d90fd5b935095506020833d6020116120f7575b816120e160209383613c03565b810103126120f357869251955f611ff4565b5f80fd5b3d91506120d4565b6040513d86823e3d90fd5b503461025657807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610256576121e4906121667f00000000000000000000000000000000000000000000000000000000000000006157e0565b906121907f00000000000000000000000000000000000000000000000000000000000000006157e0565b9060206121f2604051936121a48386613c03565b8385525f3681376040519687967f0f00000000000000000000000000000000000000000000000000000000000000885260e08589015260e0880190613b3d565b908682036040880152613b3d565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b82811061222957505050500390f35b83518552869550938101939281019260010161221a565b50346102565760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102565761228061227b614a3b565b614a7b565b80f35b503461025657807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346102565760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102565761231b613a51565b612323613a74565b33835260096020526040832073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f2064ffffffffff815460c01c16156123f0577fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff815416905573ffffffffffffffffffffffffffffffffffffffff8060405192858452169216907f1c1137338b42d7558beeda68af7e604da258e731b4648742748149680ed95df460203392a480f35b60648473ffffffffffffffffffffffffffffffffffffffff8481877fda7caa43000000000000000000000000000000000000000000000000000000008552336004521660245216604452fd5b5034610256577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360160c08112610a695760a0136102565760a43567ffffffffffffffff8111610a6957612494903690600401613b0f565b9061249d61569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d6124c9613ec6565b6124d1613ee9565b906124da613f0c565b90606435926bffffffffffffffffffffffff8416958685036128e25773ffffffffffffffffffffffffffffffffffffffff8216958633149283156128cd575b505050156128735773ffffffffffffffffffffffffffffffffffffffff9061254983612544816146fb565b613ff9565b1691828652600960205260408620845f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f209061258a614043565b825490612595614043565b9062ffffff8360e81c91160361281557506bffffffffffffffffffffffff8181169160601c168082111561280e57505b6bffffffffffffffffffffffff8116808811156127af57506125e79082613c9c565b848852600860205260408820865f5260205260405f20906bffffffffffffffffffffffff806126208454828160601c1693849116613c9c565b166bffffffffffffffffffffffff83169080821161276c57505073ffffffffffffffffffffffffffffffffffffffff936126ce7f86c6b52e4ebaa96424cf511445036743c4b628cea4894e53f10306e6f9f491e697946126866020989561271795614055565b7fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b82547fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff1660609190911b77ffffffffffffffffffffffff00000000000000000000000016178255565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff81541690556040519687521694a4807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b60849189918b604051937fec58d8ed0000000000000000000000000000000000000000000000000000000085526004850152602484015260448301526064820152fd5b858860a49273ffffffffffffffffffffffffffffffffffffffff888b604051957f467f565e0000000000000000000000000000000000000000000000000000000087526004870152602486015216604484015260648301526084820152fd5b90506125c5565b8562ffffff60849273ffffffffffffffffffffffffffffffffffffffff888b604051957fa969758c00000000000000000000000000000000000000000000000000000000875260048701526024860152166044840152166064820152fd5b8473ffffffffffffffffffffffffffffffffffffffff6084938682604051957fc865c3ec00000000000000000000000000000000000000000000000000000000875216600486015260248501521660448301526064820152fd5b6128da9350610da6613cc6565b5f8080612519565b8780fd5b50346102565760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102565761295563ffffffff6040809373ffffffffffffffffffffffffffffffffffffffff61293f613a51565b1681526006602052205460a01c16602435614844565b82519182526020820152f35b50346102565760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657612999613a51565b6129a161569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d33825260086020526040822073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f209160018301918254926bffffffffffffffffffffffff8416938415612b6a5764ffffffffff9060601c16804210612b215750846bffffffffffffffffffffffff612a60602097549682612a4c81808b169a60601c168a613c9c565b169081808210911802189682881690613c9c565b82547fffffffffffffffffffffffffffffffffffffffff00000000000000000000000016911617905580547fffffffffffffffffffffffffffffff000000000000000000000000000000000016905560405183815273ffffffffffffffffffffffffffffffffffffffff919091169033907fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb908690a36108a482337f000000000000000000000000000000000000000000000000000000000000000061476d565b7fde2512120000000000000000000000000000000000000000000000000000000084523360045273ffffffffffffffffffffffffffffffffffffffff8316602452604452606483fd5b60448473ffffffffffffffffffffffffffffffffffffffff857fccc6508f0000000000000000000000000000000000000000000000000000000083523360045216602452fd5b50346102565760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102565761031b612beb613a51565b612bf361569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d612c226024356142df565b9033614449565b50346102565760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657612c61613a51565b9073ffffffffffffffffffffffffffffffffffffffff6040612c81613a74565b9282612c8b613a97565b9516815260096020522091165f5260205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f5260205260206bffffffffffffffffffffffff60405f205416604051908152f35b50346102565760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102565760405160208101917fba7118abcf64865000384e83f2da4d706d0ed1e197aa59665a7367ca8611d631835260043573ffffffffffffffffffffffffffffffffffffffff8116809103610a6957604083015260243573ffffffffffffffffffffffffffffffffffffffff8116809103610a6957606083015260443573ffffffffffffffffffffffffffffffffffffffff8116809103610a6957608083015260643573ffffffffffffffffffffffffffffffffffffffff8116809103610a695760a08301526084356bffffffffffffffffffffffff8116809103610a695760c083015260a4359064ffffffffff8216809203610256576020610c6685858560e082015260c435610100820152610100815261052d61012082613c03565b503461025657807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346102565760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102565773ffffffffffffffffffffffffffffffffffffffff6040602092600435815260028452205416604051908152f35b50346102565760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657600435612f2c613a74565b73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168033036130a55750612f74816146fb565b1561305f57818352600260205273ffffffffffffffffffffffffffffffffffffffff6040842054168061302f575060207f5ca93e6628b4fe4607134e40ea507f26244123f20550b78178e7c32b624ffcdd91838552600282526040852073ffffffffffffffffffffffffffffffffffffffff82167fffffffffffffffffffffffff000000000000000000000000000000000000000082541617905573ffffffffffffffffffffffffffffffffffffffff60405191168152a280f35b83604491847fee6f123f000000000000000000000000000000000000000000000000000000008352600452602452fd5b73ffffffffffffffffffffffffffffffffffffffff9083927f8f5d319c000000000000000000000000000000000000000000000000000000006044955260045216602452fd5b7f58118d9800000000000000000000000000000000000000000000000000000000845233600452602452604483fd5b503461025657604060209173ffffffffffffffffffffffffffffffffffffffff6130fd36613aba565b92909116835260048552838320908352845282822090825283522054604051908152f35b50346102565760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657506020610c66613cc6565b50346102565760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261025657613194613a51565b61319c613a74565b916131a5613a97565b6131ad61569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d73ffffffffffffffffffffffffffffffffffffffff83169384835260096020526040832073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f209485546bffffffffffffffffffffffff81169073ffffffffffffffffffffffffffffffffffffffff64ffffffffff6bffffffffffffffffffffffff8360601c169260c01c169561328981878b878711613c44565b16948533148015613481575b1561342857506bffffffffffffffffffffffff6132b66132bd938693613c9c565b1696614591565b80845260086020526040842073ffffffffffffffffffffffffffffffffffffffff83165f5260205261330860405f20612686876bffffffffffffffffffffffff835460601c16613c9c565b85547fffffff0000000000000000000000000000000000ffffffffffffffffffffffff811680885560e89190911c600101969062ffffff88116133fb577cffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffff000000000000000000000000000000000000000000000000000000000060209960e81b1691161790557fefb6092aa61d438ccc04ee833a4f614dfde5a125bf25f38811be9a91566761348673ffffffffffffffffffffffffffffffffffffffff604051948886521693a47f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b6024867f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b836084918773ffffffffffffffffffffffffffffffffffffffff88604051947f3dd5ae1a000000000000000000000000000000000000000000000000000000008652600486015216602484015260448301526064820152fd5b508015158015613295575080421015613295565b50346120f35760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126120f3576134cd613a51565b906024359160643560ff81168091036120f3576134e861569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690813b156120f3575f9160e4839260405194859384927fd505accf0000000000000000000000000000000000000000000000000000000084523360048501523060248501528a60448501526044356064850152608484015260843560a484015260a43560c48401525af16135c0575b50612c2261031b92936142df565b61031b92505f6135cf91613c03565b612c225f92506135b2565b346120f35760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126120f3576020613653613616613a51565b73ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b6040519015158152f35b346120f35760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126120f35760043567ffffffffffffffff81116120f3576136ac903690600401613a20565b906136b561569a565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d5f905f907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa181360301915b848110156139f2578060051b820135838112156120f35782015f61372782613fbc565b9461373460208401613fbc565b926040810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156120f357019067ffffffffffffffff8235116120f3576060823502360360208301136120f35773ffffffffffffffffffffffffffffffffffffffff871691825f52600860205260405f2073ffffffffffffffffffffffffffffffffffffffff86165f5260205260405f2095835f52600960205260405f2073ffffffffffffffffffffffffffffffffffffffff87165f5260205260405f20946138036151d8565b935f915b8435831015613991578b8a816bffffffffffffffffffffffff8c8c8c6138588d6138478e60608e0201916020830135878160601c998a92169a8b93615301565b6040606083013592013590866156ea565b1561389c575092613893959260019795926111599573ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f209461537f565b925b0191613807565b9294505073ffffffffffffffffffffffffffffffffffffffff816139897f19d602d037307872c5ab87edde03ae771dccaccbbb3e62ae90904e9b173ac6d69361397b60019a9c9961394f898b6040519586947fc865c3ec000000000000000000000000000000000000000000000000000000006020870152602486019094939273ffffffffffffffffffffffffffffffffffffffff90816060948160808601991685521660208401521660408201520152565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613c03565b6040519384931696836142c8565b0390a4613895565b965099505098929050600195506139eb9491507f715ee3b9134015b9ee5f7cea708d0932d31e16c3fa16fc1e6b015b245ea52b96602073ffffffffffffffffffffffffffffffffffffffff604051948786521693a3613b80565b9301613704565b6020845f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b9181601f840112156120f35782359167ffffffffffffffff83116120f3576020808501948460051b0101116120f357565b6004359073ffffffffffffffffffffffffffffffffffffffff821682036120f357565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036120f357565b6044359073ffffffffffffffffffffffffffffffffffffffff821682036120f357565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc60609101126120f35760043573ffffffffffffffffffffffffffffffffffffffff811681036120f357906024359060443590565b9181601f840112156120f35782359167ffffffffffffffff83116120f357602083818601950101116120f357565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b91908201809211613b8d57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b6060810190811067ffffffffffffffff821117613bd657604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117613bd657604052565b15613c4e57505050565b73ffffffffffffffffffffffffffffffffffffffff92918380927fdbc561a9000000000000000000000000000000000000000000000000000000005f5216600452166024521660445260645ffd5b906bffffffffffffffffffffffff809116911603906bffffffffffffffffffffffff8211613b8d57565b604051602081017f672730685f92b42116a9c346f169a3c2b6f6af490ac27c87f26af961743fe347815260043573ffffffffffffffffffffffffffffffffffffffff81168091036120f357604083015260243573ffffffffffffffffffffffffffffffffffffffff81168091036120f357606083015260443573ffffffffffffffffffffffffffffffffffffffff81168091036120f35760808301526064356bffffffffffffffffffffffff81168091036120f35760a08301526084359162ffffff83168093036120f357613da99260c082015260c0815261052d60e082613c03565b90565b604051602081017fba7118abcf64865000384e83f2da4d706d0ed1e197aa59665a7367ca8611d631815260a43573ffffffffffffffffffffffffffffffffffffffff81168091036120f357604083015260c43573ffffffffffffffffffffffffffffffffffffffff81168091036120f357606083015260e43573ffffffffffffffffffffffffffffffffffffffff81168091036120f35760808301526101043573ffffffffffffffffffffffffffffffffffffffff81168091036120f35760a0830152610124356bffffffffffffffffffffffff81168091036120f35760c0830152610144359164ffffffffff83168093036120f357613da99260e082015261016435610100820152610100815261052d61012082613c03565b60043573ffffffffffffffffffffffffffffffffffffffff811681036120f35790565b60243573ffffffffffffffffffffffffffffffffffffffff811681036120f35790565b60443573ffffffffffffffffffffffffffffffffffffffff811681036120f35790565b60a43573ffffffffffffffffffffffffffffffffffffffff811681036120f35790565b60c43573ffffffffffffffffffffffffffffffffffffffff811681036120f35790565b60e43573ffffffffffffffffffffffffffffffffffffffff811681036120f35790565b6101043573ffffffffffffffffffffffffffffffffffffffff811681036120f35790565b3573ffffffffffffffffffffffffffffffffffffffff811681036120f35790565b610124356bffffffffffffffffffffffff811681036120f35790565b156140015750565b73ffffffffffffffffffffffffffffffffffffffff907f52d9c6c8000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b60843562ffffff811681036120f35790565b906bffffffffffffffffffffffff809116911601906bffffffffffffffffffffffff8211613b8d57565b156140875750565b73ffffffffffffffffffffffffffffffffffffffff907f0ed5ddce000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b156140d15750565b7f925a646a000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b604051602081019594919386925f5b8181106141af5750505061414a81613da99697037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613c03565b51902073ffffffffffffffffffffffffffffffffffffffff604051928160208501957fac29478f22b39b7544ff25d5f523a7b9dd72c0b1e36b17b68d5413e30dbe68dd875216604085015216606083015260808201526080815261052d60a082613c03565b823589526020988901989092019160010161410b565b91908110156141d55760051b0190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b939193929092156142135750505050565b6040517fc865c3ec00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff9384166004820152938316602485015290911660448301526064820152608490fd5b1561427a57505050565b73ffffffffffffffffffffffffffffffffffffffff92918380927fa48f4edc000000000000000000000000000000000000000000000000000000005f5216600452166024521660445260645ffd5b604090613da9939281528160208201520190613b3d565b7f00000000000000000000000000000000000000000000000000000000000000009073ffffffffffffffffffffffffffffffffffffffff821690604051927f70a08231000000000000000000000000000000000000000000000000000000008452306004850152602084602481865afa93841561443e575f9461440a575b50604051917f23b872dd000000000000000000000000000000000000000000000000000000005f52336004523060245260445260205f60648180855af19060015f51148216156143eb575b50906040525f606052156143c05750613da990614cda565b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001821516614401573b15153d1516165f6143a8565b823d5f823e3d90fd5b9093506020813d602011614436575b8161442660209383613c03565b810103126120f35751925f61435d565b3d9150614419565b6040513d5f823e3d90fd5b909173ffffffffffffffffffffffffffffffffffffffff83169283156145695773ffffffffffffffffffffffffffffffffffffffff831692835f52600860205260405f20855f5260205260405f20916144b1846bffffffffffffffffffffffff855416613b80565b916bffffffffffffffffffffffff8311614535576bffffffffffffffffffffffff7f8752a472e571a816aea92eec8dae9baf628e840f4929fbcc2d155e6233ff68a79593614503602096948394614591565b16167fffffffffffffffffffffffffffffffffffffffff000000000000000000000000825416179055604051908152a3565b8287877fac7c661e000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7f815e1d64000000000000000000000000000000000000000000000000000000005f5260045ffd5b73ffffffffffffffffffffffffffffffffffffffff16805f52600860205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f209160016145f584546bffffffffffffffffffffffff808260601c169116613c9c565b9301906bffffffffffffffffffffffff825416906bffffffffffffffffffffffff8516809211156146f4576146c464ffffffffff848473ffffffffffffffffffffffffffffffffffffffff957fffffffffffffffffffffffffffffffffffffffff0000000000000000000000007f5cb58889ff0ee98b10a097ff7a1aef56be29f570d69e6e3fa7ba97bad09ca066985416178255156146c9575b5460601c1660405193849316968390929164ffffffffff6020916bffffffffffffffffffffffff604085019616845216910152565b0390a3565b7fffffffffffffffffffffffffffffff0000000000ffffffffffffffffffffffff815416815561468f565b5050505050565b73ffffffffffffffffffffffffffffffffffffffff168015159081614762575b81614724575090565b905073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016141590565b30811415915061471b565b9173ffffffffffffffffffffffffffffffffffffffff604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615614816575b604052156147d45750565b73ffffffffffffffffffffffffffffffffffffffff907f5274afe7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b90600181151661482e57823b15153d151616906147c9565b503d5f823e3d90fd5b91908203918211613b8d57565b919061486c63ffffffff613da99216620f42406148618287615901565b918609151590613b80565b8093614837565b90604084036149bf57836020116120f3576148c1833560208501359060207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe088011061498c575b83856156ea565b614983575b813b151592836148d9575b505050905090565b5f93507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86602097606494604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d111616805f80806148d1565b50505050600190565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60208881030160031b1b16906148ba565b6149ca8484836157ac565b506004811015614a0e571590816149eb575b50156148c65750505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f6149dc565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b64ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001664ffffffffff42160164ffffffffff8111613b8d5790565b6004359073ffffffffffffffffffffffffffffffffffffffff82168083036120f357803303614cab576040519160208301927fba7118abcf64865000384e83f2da4d706d0ed1e197aa59665a7367ca8611d63184528285036120f3578260408201526024359373ffffffffffffffffffffffffffffffffffffffff851685036120f35773ffffffffffffffffffffffffffffffffffffffff8516606083015260443573ffffffffffffffffffffffffffffffffffffffff811681036120f35773ffffffffffffffffffffffffffffffffffffffff16608083015260643573ffffffffffffffffffffffffffffffffffffffff811681036120f35773ffffffffffffffffffffffffffffffffffffffff1660a08301526084356bffffffffffffffffffffffff811681036120f3576bffffffffffffffffffffffff1660c083015260a4359164ffffffffff83168093036120f357614bf19260e082015260c435610100820152610100815261052d61012082613c03565b93845f52600760205260405f2064ffffffffff815460601c16614ca35780547fffffffffffffffffffffffffffffff0000000000ffffffffffffffffffffffff16606084901b70ffffffffff000000000000000000000000161790555073ffffffffffffffffffffffffffffffffffffffff8316928381036120f3577fd5bd162bba01fef417a0be66d18af82ed6764c2c6f6d6a4d319b5396090df6af916020915064ffffffffff60405191168152a4565b505050505050565b7f0794c3be000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b604051907f70a0823100000000000000000000000000000000000000000000000000000000825230600483015260208260248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa91821561443e575f92614d8e575b5080821115614d6657613da991614837565b7f62af86ad000000000000000000000000000000000000000000000000000000005f5260045ffd5b9091506020813d602011614dba575b81614daa60209383613c03565b810103126120f35751905f614d54565b3d9150614d9d565b8215614e615773ffffffffffffffffffffffffffffffffffffffff1691825f52600360205260405f20825f5260205260405f2054808211614e205790614e0791614837565b915f52600360205260405f20905f5260205260405f2055565b60849392604051937f6fd2dfa40000000000000000000000000000000000000000000000000000000085526004850152602484015260448301526064820152fd5b7fd77d93d3000000000000000000000000000000000000000000000000000000005f5260045ffd5b602073ffffffffffffffffffffffffffffffffffffffff7ffd055043ad2d5c028c67929f91d6297e4cbd45fb1c75adf873d18531554f695a929493941692835f526003825260405f20855f52825260405f20614ee6828254613b80565b9055604051908152a3565b73ffffffffffffffffffffffffffffffffffffffff9094919293941692835f52600860205260405f2073ffffffffffffffffffffffffffffffffffffffff84165f5260205260405f2091845f52600960205260405f2073ffffffffffffffffffffffffffffffffffffffff85165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2090614f9487848487615837565b50806150b6575050614fa982612544816146fb565b54916bffffffffffffffffffffffff83169182871115615055575060849573ffffffffffffffffffffffffffffffffffffffff926bffffffffffffffffffffffff80615001615016955482808260601c169116613c9c565b169560601c1690818082119118021890614837565b92604051947fec58d8ed000000000000000000000000000000000000000000000000000000008652600486015216602484015260448301526064820152fd5b85878473ffffffffffffffffffffffffffffffffffffffff60a494818a604051967f399e08f9000000000000000000000000000000000000000000000000000000008852600488015216602486015216604484015260648301526084820152fd5b9650945050505050565b9073ffffffffffffffffffffffffffffffffffffffff8216805f52600660205260405f209182549373ffffffffffffffffffffffffffffffffffffffff85169485156151a8579160609161513e63ffffffff7f2c896a36ae426429416b4de992a50e7559a1d362a88cb68ee22bc3dc3c07c0719560a01c1683614844565b9690809281615192575b5050506040519187835260208301526040820152a280615166575050565b615190917f000000000000000000000000000000000000000000000000000000000000000061476d565b565b60016151a093015490614e89565b5f8181615148565b509150915061519092507f000000000000000000000000000000000000000000000000000000000000000061476d565b73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163014806152d8575b15615240577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526152d260c082613c03565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614615217565b9293613da99460a093604051937fab336d0a80503eae8ef57ce2afb4450b1bb42416c69866fa76196cdee73aa0aa855260208501526040840152606083015260808201522090604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b939490946153c48373ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b1561557d575b50505a6040517fb04df08a00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff8581166004830152868116602483015283166044820152606481018490526020816084815f305af15f9181615549575b5061554057503d15615538573d9067ffffffffffffffff8211613bd6576040519161548b601f82017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200184613c03565b82523d5f602084013e5b5a9060031c10156154f6577f19d602d037307872c5ab87edde03ae771dccaccbbb3e62ae90904e9b173ac6d6916154ef73ffffffffffffffffffffffffffffffffffffffff928380604051958695169916971695836142c8565b0390a45f90565b73ffffffffffffffffffffffffffffffffffffffff827fcbf4a432000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b606090615495565b94505050505090565b9091506020813d602011615575575b8161556560209383613c03565b810103126120f35751905f615438565b3d9150615558565b61558984848484615837565b819291615598575b50506153ca565b7f0000000000000000000000000000000000000000000000000000000000000000604051907fa9059cbb000000000000000000000000000000000000000000000000000000005f5273ffffffffffffffffffffffffffffffffffffffff87166004528460245260205f60448180855af19060015f511482161561568d575b5090604052615682576bffffffffffffffffffffffff92615647615651936126868680951685835460601c16613c9c565b1682845416613c9c565b167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008254161790555f808080615591565b505094505050505090565b3b15153d1516165f615616565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6156c257565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b9290601b8260ff1c019360ff8511613b8d5773ffffffffffffffffffffffffffffffffffffffff16928315159485615725575b505050505090565b60209495507f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff925f949261577b926040519586951692859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa1561443e5773ffffffffffffffffffffffffffffffffffffffff5f5116145f8080808061571d565b90604183036157d6576157cf9250602081013591604082359201355f1a906159a7565b9192909190565b50505f9160029190565b60ff811690601f821161580f57604051916157fc604084613c03565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b929391935f938254906bffffffffffffffffffffffff8216926bffffffffffffffffffffffff8360601c1697848211908115916158f0575b506158e357838103978481808b97119118021890818111615893575b505050019055565b919650919250039380546bffffffffffffffffffffffff8160601c166bffffffffffffffffffffffff82160386116158d757606086901b01905584905f808061588b565b505f9550859450505050565b505f965086955050505050565b6158fa91506146fb565b155f61586f565b9190915f907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff84820990848102928380841093039280840393146159995782620f4240111561598757507fde8f6cefed634549b62c77574f722e1ac57e23f24d8fd5cb790fb65668c261399394620f4240910990828211900360fa1b910360061c170290565b634e487b71905260116020526024601cfd5b505050620f42409192500490565b90917f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615a3d5790615a006020945f9493604051948594859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa1561443e575f5173ffffffffffffffffffffffffffffffffffffffff811615615a3357905f905f90565b505f906001905f90565b5050505f916003919056' as const;
