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

export const escrowBytecode = '0x6101c08060405234610248576060816159de8038038091610020828561024c565b8339810103126102485780516001600160a01b0381168103610248576020820151916001600160a01b038316830361024857604001519164ffffffffff8316918284036102485760405161007560408261024c565b6010815260208101906f47726973746d696c6c20457363726f7760801b8252604051916100a360408461024c565b600183526020830191603160f81b83526100bc81610283565b610120526100c984610283565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261013260c08261024c565b5190206080523060c05261016052610180528015158061023a575b1561022857506101a0526040516156ef90816102ef823960805181614ec5015260a05181614f82015260c05181614e96015260e05181614f1401526101005181614f3a015261012051816120c4015261014051816120ee01526101605181818161022701528181610c3701528181610e0801528181611c4701528181611f11015281816129260152818161334401528181614102015281816143e4015281816149cb01528181614e1301528181614e5b0152615241015261018051818181612c980152612d6c01526101a05181818161224101526146ea0152f35b6322830c9b60e21b5f5260045260245ffd5b506301e1338081111561014d565b5f80fd5b601f909101601f19168101906001600160401b0382119082101761026f57604052565b634e487b7160e01b5f52604160045260245ffd5b601f8151116102ae57602081519101516020821061029f571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c8063036fc2971461347e5780630e57ffae146133fb57806312a62cff146132b657806315dc07d714612f855780631af9a5fd14612f4a5780631b92166514612efd5780632386d6eb14612d1a5780632515d7da14612cbc5780632b20e39714612c4d5780633107ba4214612b0257806344275add14612a5257806347e7ef24146129d957806351cff8d91461278a5780635d1e2d1b1461270f5780636000783f146122655780636d4c9dea1461220557806376f84774146121c257806384b0196e1461208c5780638a94d4fc14611e415780639341349614611df457806394a7848314611d6057806394e478c114611cb05780639655a92514611b235780639aee26f114611aaf5780639ed55403146119f4578063a96c778414611945578063aed796861461172b578063b04df08a14611692578063c0a5854614611632578063c169dac714611552578063c3044844146113fa578063c4ad15bf14611218578063cb0a686b146111a8578063cd5e725c14610f2c578063d7b36f4814610ebf578063d97e7b0814610c63578063de381d6c14610b3b578063e2f90c6214610a62578063f1ed6c9214610336578063fb9321081461024e5763fc0c546a146101dd575f80fd5b3461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57610310610289613872565b610291615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d6102ff816102fa8173ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b613ea0565b61030a602435614100565b90614d67565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b503461024b577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36016101a08112610a5e5760801361024b5760843567ffffffffffffffff8111610a5e5761038f903690600401613930565b919060e07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5c360112610a5e576101843567ffffffffffffffff8111610a5a5761059192916103e46105af923690600401613930565b9490956103ef615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d61045f61041e613d50565b73ffffffffffffffffffffffffffffffffffffffff8061043c613d0a565b16911614610448613d73565b610450613ce7565b90610459613d2d565b92614091565b61057261046a613bcd565b9160405194610565602087017ff4b335a2ed3ad4f61bf92db1d9c58530e7fe62c630d9ac14433d9dbf05d04607815273ffffffffffffffffffffffffffffffffffffffff6104b6613872565b16604089015273ffffffffffffffffffffffffffffffffffffffff6104d9613895565b16606089015273ffffffffffffffffffffffffffffffffffffffff6104fc6138b8565b1660808901526064359788968760a083015260c082015260c0815261052260e082613a24565b51902061052d614e7f565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b61056d613d73565b61451a565b61057a613ce7565b610582613d0a565b9061058b613d2d565b92614023565b610599613ce7565b6105a1613d0a565b6105a9613d2d565b91614b98565b916105b8613ce7565b6105fd6105c3613d2d565b6105cb613d73565b928373ffffffffffffffffffffffffffffffffffffffff6105ea613d96565b16158015610a31575b806109e357614091565b610605613bcd565b908184526007602052604084209060405191610620836139db565b54936bffffffffffffffffffffffff8516835264ffffffffff8560601c1694602084019580875260ff604086019260881c1615158252610144359064ffffffffff8216918281036109df579064ffffffffff9281151590816109d5575b506109cd575b50168042101561098857506106bd6bffffffffffffffffffffffff6106a6613dfe565b166bffffffffffffffffffffffff865116906144de565b88116106c7613dfe565b6bffffffffffffffffffffffff8651169161092157505051159788159861090a575b50506106f3613d50565b96156108c357506020955064ffffffffff806107306bffffffffffffffffffffffff6107c39451166bffffffffffffffffffffffff891690613e76565b9451166bffffffffffffffffffffffff6040519561074d876139db565b16855287850190815260016040808701918252948752600789529386209451855491517fffffffffffffffffffffffffffffff00000000000000000000000000000000009092166bffffffffffffffffffffffff9190911617911660601b70ffffffffff00000000000000000000000016178355565b5181547fffffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffffff1690151560881b71ff00000000000000000000000000000000001617905561080d613ce7565b610815613d0a565b7fc32f9ef6676124cd4f64af9a81204b2f81c2dcd73e9f170cd114df97eb7c8fe48573ffffffffffffffffffffffffffffffffffffffff80877fffffffffffffffffffffffffffffffffffffffff000000000000000000000000610877613d2d565b60601b16179460405195865216941692a361089982610894613d2d565b614d67565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b7f1c39275500000000000000000000000000000000000000000000000000000000855273ffffffffffffffffffffffffffffffffffffffff87811660045216602452604484fd5b6109199298508461056d613d50565b955f806106e9565b896084926bffffffffffffffffffffffff879373ffffffffffffffffffffffffffffffffffffffff604051957f195d867400000000000000000000000000000000000000000000000000000000875216600486015216602484015260448301526064820152fd5b7f3097fbf700000000000000000000000000000000000000000000000000000000885273ffffffffffffffffffffffffffffffffffffffff8416600452602452604487fd5b90505f610683565b905081105f61067d565b8980fd5b5073ffffffffffffffffffffffffffffffffffffffff610a01613db9565b1615806140915750610a11613db9565b73ffffffffffffffffffffffffffffffffffffffff808516911614614091565b50610a3a613d96565b73ffffffffffffffffffffffffffffffffffffffff8084169116146105f3565b8280fd5b5080fd5b503461024b577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360160a08112610a5e5760801361024b5760843567ffffffffffffffff8111610a5e5790610b32610591610ac36020943690600401613930565b9190610acd615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d610af9613ce7565b610b01613d0a565b610b09613d2d565b91610b2d606435968795610b2787878787610b22614e7f565b614fa8565b8561451a565b614023565b9061080d613ce7565b503461024b5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602090610b76613872565b610b7e613895565b610bc2604435610b8c615341565b610bba81610b98614e7f565b8587610b2d339360843590610bb4876064359287873392614fa8565b85615391565b338385614b98565b92507fc32f9ef6676124cd4f64af9a81204b2f81c2dcd73e9f170cd114df97eb7c8fe48473ffffffffffffffffffffffffffffffffffffffff80867fffffffffffffffffffffffffffffffffffffffff0000000000000000000000003360601b16179460405195865216941692a3610c5b81337f0000000000000000000000000000000000000000000000000000000000000000614414565b604051908152f35b503461024b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576044359060243560043560643567ffffffffffffffff8111610ebb57610cbd903690600401613930565b90610cc6615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d828552600260205273ffffffffffffffffffffffffffffffffffffffff604086205416610d1984821515613eea565b33865260056020526040862084875260205260408620878752602052604086205480610e74575090610da19291610d9b60405160208101907f4218c786cfceb660dd3d8f11fd6fa142387b729f507f7b5ceef0b1448be7162b82523360408201528760608201528a60808201528860a082015260a0815261052260c082613a24565b9061451a565b15610e2c579283610db783610310959633614a69565b338552600560205260408520818652602052604085208286526020528260408620556040518381527ff03d0fb4a36a41bf829f3be27d53559310fdfadcca53414db220be57fb785e6160203392a4337f0000000000000000000000000000000000000000000000000000000000000000614414565b6040517fbb45656c0000000000000000000000000000000000000000000000000000000081523360048201526024810191909152604481018490526064810191909152608490fd5b6040517fef62b98f00000000000000000000000000000000000000000000000000000000815233600482015260248101869052604481018990526064810191909152608490fd5b8380fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57604060209173ffffffffffffffffffffffffffffffffffffffff610f11613872565b16815260038352818120602435825283522054604051908152f35b503461024b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57610f64613872565b90610f6d613895565b9060443567ffffffffffffffff8111610a5e57610f8e903690600401613841565b6064939193359467ffffffffffffffff8611610ebb57610fb6610ff995963690600401613930565b610fc1969196615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d8596610ff3858a8887613f1d565b8661451a565b1561116057949073ffffffffffffffffffffffffffffffffffffffff86169586855260086020526040852073ffffffffffffffffffffffffffffffffffffffff85165f5260205260405f2087865260096020526040862073ffffffffffffffffffffffffffffffffffffffff86165f5260205260405f2086945b8486106110eb5760208989898d7f715ee3b9134015b9ee5f7cea708d0932d31e16c3fa16fc1e6b015b245ea52b968573ffffffffffffffffffffffffffffffffffffffff604051948786521693a37f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b90919293949761115460019161114e8b876bffffffffffffffffffffffff611123611117848e8b613fe6565b3560601c938d8a613fe6565b351673ffffffffffffffffffffffffffffffffffffffff83165f528860205260405f20928d8c615026565b906139a1565b98019493929190611073565b8373ffffffffffffffffffffffffffffffffffffffff84816044947f194ba83d0000000000000000000000000000000000000000000000000000000085521660045216602452fd5b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576111e0613872565b6111e8613895565b916044359067ffffffffffffffff821161024b576020610c5b85856112103660048801613841565b929091613f1d565b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57611250613872565b906024356bffffffffffffffffffffffff8116809103610a5e5733825260086020526040822073ffffffffffffffffffffffffffffffffffffffff84165f5260205260405f20926bffffffffffffffffffffffff6112b7855482808260601c169116613abd565b168083116113a2575073ffffffffffffffffffffffffffffffffffffffff9064ffffffffff60018601847fffffffffffffffffffffffffffffffffffffffff00000000000000000000000082541617815584155f1461139257611357865b82547fffffffffffffffffffffffffffffff0000000000ffffffffffffffffffffffff1660609190911b70ffffffffff00000000000000000000000016178255565b5460601c16604051938452602084015216907f5cb58889ff0ee98b10a097ff7a1aef56be29f570d69e6e3fa7ba97bad09ca06660403392a380f35b61135761139d6146e2565b611315565b9160849273ffffffffffffffffffffffffffffffffffffffff604051937fec58d8ed00000000000000000000000000000000000000000000000000000000855233600486015216602484015260448301526064820152fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57611432613872565b61143a613895565b33835260096020526040832073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205273ffffffffffffffffffffffffffffffffffffffff8064ffffffffff60405f206114c68587835433906bffffffffffffffffffffffff8082169160601c1611613a65565b6114ce6146e2565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000083549260c01b1691161781555460c01c1692604051938452169216907f1c1137338b42d7558beeda68af7e604da258e731b4648742748149680ed95df460203392a480f35b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5761158a613872565b9073ffffffffffffffffffffffffffffffffffffffff60406115aa613895565b92826115b46138b8565b9516815260096020522091165f5260205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052608060405f2054604051906bffffffffffffffffffffffff811682526bffffffffffffffffffffffff8160601c16602083015264ffffffffff8160c01c16604083015260e81c6060820152f35b503461024b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57506020610c5b611670614e7f565b611678613ce7565b611680613d0a565b611688613d2d565b9160643593614fa8565b503461024b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576116ca613872565b906116d3613895565b6116db6138b8565b913033036116ff57506116f860209383610c5b9360643592614b98565b8092614d67565b807fb57ce6b1000000000000000000000000000000000000000000000000000000006024925233600452fd5b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57611763613872565b6024356044359063ffffffff8216809203610ebb57611781836143a2565b1561190357620f424082116118d75781158181156118ac575b6117a391613eea565b73ffffffffffffffffffffffffffffffffffffffff604051936117c5856139db565b16928381526001602082018481526040830190848252338852600660205273ffffffffffffffffffffffffffffffffffffffff8060408a20955116167fffffffffffffffffffffffff0000000000000000000000000000000000000000855416178455517fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff77ffffffff000000000000000000000000000000000000000085549260a01b16911617835551910155604051928352602083015260408201527f0301fca387074310b48028ac1b06d9b1833af7050726e9498fb18e6eb4d21eea60603392a280f35b8552506002602052604084205473ffffffffffffffffffffffffffffffffffffffff1615158161179a565b602484837fc44ad1bf000000000000000000000000000000000000000000000000000000008252600452fd5b60248473ffffffffffffffffffffffffffffffffffffffff857f628d229a00000000000000000000000000000000000000000000000000000000835216600452fd5b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602090611980613872565b9061089960243592611990615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d838352600285526119e18473ffffffffffffffffffffffffffffffffffffffff6040862054161515613eea565b6119ec604435614100565b938491614b30565b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5773ffffffffffffffffffffffffffffffffffffffff6040611a43613872565b9282611a4d613895565b9416815260086020522091165f52602052608060405f2064ffffffffff600182549201546bffffffffffffffffffffffff60405193818116855260601c1660208401526bffffffffffffffffffffffff8116604084015260601c166060820152f35b503461024b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57604060609160043581526007602052205460ff604051916bffffffffffffffffffffffff8116835264ffffffffff81851c16602084015260881c1615156040820152f35b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5760443590602435600435611b65615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d808352600260205273ffffffffffffffffffffffffffffffffffffffff60408420541690611bb981831515613eea565b33845260046020526040842081855260205260408420858552602052604084205480611c6b57509384611bf184610310969733614a69565b338652600460205260408620818752602052604086208287526020528360408720556040518381528460208201527f24bb0de359592a40bf851271bb3ac4c1d1811318853ba2856b3a7c33af7ad15560403392a47f0000000000000000000000000000000000000000000000000000000000000000614414565b6040517f1a4f9b170000000000000000000000000000000000000000000000000000000081523360048201526024810192909252604482018690526064820152608490fd5b503461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57611d24336102fa3373ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b3381526006602052806001604082208281550155337f26ac3bd3e5f58a15280499733e68bf3c52c094330820164c7f29a9c5a85bb1478280a280f35b503461024b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57604060609173ffffffffffffffffffffffffffffffffffffffff611db2613872565b1681526006602052206001815491015463ffffffff6040519273ffffffffffffffffffffffffffffffffffffffff8116845260a01c1660208301526040820152f35b503461024b57604060209173ffffffffffffffffffffffffffffffffffffffff611e1d366138db565b92909116835260058552838320908352845282822090825283522054604051908152f35b503461024b576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57611e7a613872565b611e82613895565b9060c4359160ff8316809303610ebb57611e9a615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d83604051602081019073ffffffffffffffffffffffffffffffffffffffff8416825260a435604082015260408152611ef7606082613a24565b51902073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690604051957f70a08231000000000000000000000000000000000000000000000000000000008752306004880152602087602481865afa968715612081578497612046575b50823b15610ebb5761012484928360405195869485937fef55bec600000000000000000000000000000000000000000000000000000000855273ffffffffffffffffffffffffffffffffffffffff8c16600486015230602486015260443560448601526064356064860152608435608486015260a485015260c484015260e43560e4840152610104356101048401525af1801561203b57612026575b505061202061031093614981565b9161426a565b8161203091613a24565b610ebb57835f612012565b6040513d84823e3d90fd5b935095506020833d602011612079575b8161206360209383613a24565b8101031261207557869251955f611f76565b5f80fd5b3d9150612056565b6040513d86823e3d90fd5b503461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57612166906120e87f0000000000000000000000000000000000000000000000000000000000000000615487565b906121127f0000000000000000000000000000000000000000000000000000000000000000615487565b906020612174604051936121268386613a24565b8385525f3681376040519687967f0f00000000000000000000000000000000000000000000000000000000000000885260e08589015260e088019061395e565b90868203604088015261395e565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b8281106121ab57505050500390f35b83518552869550938101939281019260010161219c565b503461024b5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576122026121fd6146e2565b614722565b80f35b503461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461024b577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360160c08112610a5e5760a01361024b5760a43567ffffffffffffffff8111610a5e576122bd903690600401613930565b906122c6615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d6122f2613ce7565b6122fa613d0a565b90612303613d2d565b90606435926bffffffffffffffffffffffff84169586850361270b5773ffffffffffffffffffffffffffffffffffffffff8216958633149283156126f6575b5050501561269c5773ffffffffffffffffffffffffffffffffffffffff906123728361236d816143a2565b613e1a565b1691828652600960205260408620845f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f20906123b3613e64565b8254906123be613e64565b9062ffffff8360e81c91160361263e57506bffffffffffffffffffffffff8181169160601c168082111561263757505b6bffffffffffffffffffffffff8116808811156125d857506124109082613abd565b848852600860205260408820865f5260205260405f20906bffffffffffffffffffffffff806124498454828160601c1693849116613abd565b166bffffffffffffffffffffffff83169080821161259557505073ffffffffffffffffffffffffffffffffffffffff936124f77f86c6b52e4ebaa96424cf511445036743c4b628cea4894e53f10306e6f9f491e697946124af6020989561254095613e76565b7fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b82547fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff1660609190911b77ffffffffffffffffffffffff00000000000000000000000016178255565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff81541690556040519687521694a4807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b60849189918b604051937fec58d8ed0000000000000000000000000000000000000000000000000000000085526004850152602484015260448301526064820152fd5b858860a49273ffffffffffffffffffffffffffffffffffffffff888b604051957f467f565e0000000000000000000000000000000000000000000000000000000087526004870152602486015216604484015260648301526084820152fd5b90506123ee565b8562ffffff60849273ffffffffffffffffffffffffffffffffffffffff888b604051957fa969758c00000000000000000000000000000000000000000000000000000000875260048701526024860152166044840152166064820152fd5b8473ffffffffffffffffffffffffffffffffffffffff6084938682604051957fc865c3ec00000000000000000000000000000000000000000000000000000000875216600486015260248501521660448301526064820152fd5b6127039350610d9b613ae7565b5f8080612342565b8780fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5761277e63ffffffff6040809373ffffffffffffffffffffffffffffffffffffffff612768613872565b1681526006602052205460a01c166024356144eb565b82519182526020820152f35b503461024b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576127c2613872565b6127ca615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d33825260086020526040822073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f209160018301918254926bffffffffffffffffffffffff84169384156129935764ffffffffff9060601c1680421061294a5750846bffffffffffffffffffffffff61288960209754968261287581808b169a60601c168a613abd565b169081808210911802189682881690613abd565b82547fffffffffffffffffffffffffffffffffffffffff00000000000000000000000016911617905580547fffffffffffffffffffffffffffffff000000000000000000000000000000000016905560405183815273ffffffffffffffffffffffffffffffffffffffff919091169033907fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb908690a361089982337f0000000000000000000000000000000000000000000000000000000000000000614414565b7fde2512120000000000000000000000000000000000000000000000000000000084523360045273ffffffffffffffffffffffffffffffffffffffff8316602452604452606483fd5b60448473ffffffffffffffffffffffffffffffffffffffff857fccc6508f0000000000000000000000000000000000000000000000000000000083523360045216602452fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57610310612a14613872565b612a1c615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d612a4b602435614100565b903361426a565b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57612a8a613872565b9073ffffffffffffffffffffffffffffffffffffffff6040612aaa613895565b9282612ab46138b8565b9516815260096020522091165f5260205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f5260205260206bffffffffffffffffffffffff60405f205416604051908152f35b503461024b5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5760405160208101917fba7118abcf64865000384e83f2da4d706d0ed1e197aa59665a7367ca8611d631835260043573ffffffffffffffffffffffffffffffffffffffff8116809103610a5e57604083015260243573ffffffffffffffffffffffffffffffffffffffff8116809103610a5e57606083015260443573ffffffffffffffffffffffffffffffffffffffff8116809103610a5e57608083015260643573ffffffffffffffffffffffffffffffffffffffff8116809103610a5e5760a08301526084356bffffffffffffffffffffffff8116809103610a5e5760c083015260a4359064ffffffffff821680920361024b576020610c5b85858560e082015260c435610100820152610100815261052261012082613a24565b503461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461024b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5773ffffffffffffffffffffffffffffffffffffffff6040602092600435815260028452205416604051908152f35b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57600435612d55613895565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803303612ece5750612d9d816143a2565b15612e8857818352600260205273ffffffffffffffffffffffffffffffffffffffff60408420541680612e58575060207f5ca93e6628b4fe4607134e40ea507f26244123f20550b78178e7c32b624ffcdd91838552600282526040852073ffffffffffffffffffffffffffffffffffffffff82167fffffffffffffffffffffffff000000000000000000000000000000000000000082541617905573ffffffffffffffffffffffffffffffffffffffff60405191168152a280f35b83604491847fee6f123f000000000000000000000000000000000000000000000000000000008352600452602452fd5b73ffffffffffffffffffffffffffffffffffffffff9083927f8f5d319c000000000000000000000000000000000000000000000000000000006044955260045216602452fd5b7f58118d9800000000000000000000000000000000000000000000000000000000845233600452602452604483fd5b503461024b57604060209173ffffffffffffffffffffffffffffffffffffffff612f26366138db565b92909116835260048552838320908352845282822090825283522054604051908152f35b503461024b5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57506020610c5b613ae7565b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57612fbd613872565b90612fc6613895565b90612fcf6138b8565b92612fd8615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d73ffffffffffffffffffffffffffffffffffffffff81169283835260096020526040832073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff86165f5260205260405f2094855473ffffffffffffffffffffffffffffffffffffffff6bffffffffffffffffffffffff8216926130b3818664ffffffffff6bffffffffffffffffffffffff8760601c169660c01c1698878711613a65565b169384331480156132a2575b1561324957506bffffffffffffffffffffffff916130dc91613abd565b169380845260086020526040842073ffffffffffffffffffffffffffffffffffffffff83165f5260205261312960405f206124af876bffffffffffffffffffffffff835460601c16613abd565b85547fffffff0000000000000000000000000000000000ffffffffffffffffffffffff811680885560e89190911c600101969062ffffff881161321c577cffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffff000000000000000000000000000000000000000000000000000000000060209960e81b1691161790557fefb6092aa61d438ccc04ee833a4f614dfde5a125bf25f38811be9a91566761348673ffffffffffffffffffffffffffffffffffffffff604051948886521693a47f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b6024867f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b866084918673ffffffffffffffffffffffffffffffffffffffff87604051947f3dd5ae1a000000000000000000000000000000000000000000000000000000008652600486015216602484015260448301526064820152fd5b5080151580156130bf5750804210156130bf565b50346120755760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112612075576132ee613872565b906024359160643560ff811680910361207557613309615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690813b15612075575f9160e4839260405194859384927fd505accf0000000000000000000000000000000000000000000000000000000084523360048501523060248501528a60448501526044356064850152608484015260843560a484015260a43560c48401525af16133e1575b50612a4b6103109293614100565b61031092505f6133f091613a24565b612a4b5f92506133d3565b346120755760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112612075576020613474613437613872565b73ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b6040519015158152f35b346120755760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126120755760043567ffffffffffffffff8111612075576134cd903690600401613841565b906134d6615341565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d5f905f907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa181360301915b84811015613813578060051b820135838112156120755782015f61354882613ddd565b9461355560208401613ddd565b926040810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561207557019067ffffffffffffffff823511612075576060823502360360208301136120755773ffffffffffffffffffffffffffffffffffffffff871691825f52600860205260405f2073ffffffffffffffffffffffffffffffffffffffff86165f5260205260405f2095835f52600960205260405f2073ffffffffffffffffffffffffffffffffffffffff87165f5260205260405f2094613624614e7f565b935f915b84358310156137b2578b8a816bffffffffffffffffffffffff8c8c8c6136798d6136688e60608e0201916020830135878160601c998a92169a8b93614fa8565b604060608301359201359086615391565b156136bd5750926136b49592600197959261114e9573ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2094615026565b925b0191613628565b9294505073ffffffffffffffffffffffffffffffffffffffff816137aa7f19d602d037307872c5ab87edde03ae771dccaccbbb3e62ae90904e9b173ac6d69361379c60019a9c99613770898b6040519586947fc865c3ec000000000000000000000000000000000000000000000000000000006020870152602486019094939273ffffffffffffffffffffffffffffffffffffffff90816060948160808601991685521660208401521660408201520152565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613a24565b6040519384931696836140e9565b0390a46136b6565b9650995050989290506001955061380c9491507f715ee3b9134015b9ee5f7cea708d0932d31e16c3fa16fc1e6b015b245ea52b96602073ffffffffffffffffffffffffffffffffffffffff604051948786521693a36139a1565b9301613525565b6020845f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b9181601f840112156120755782359167ffffffffffffffff8311612075576020808501948460051b01011161207557565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361207557565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361207557565b6044359073ffffffffffffffffffffffffffffffffffffffff8216820361207557565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc60609101126120755760043573ffffffffffffffffffffffffffffffffffffffff8116810361207557906024359060443590565b9181601f840112156120755782359167ffffffffffffffff8311612075576020838186019501011161207557565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b919082018092116139ae57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b6060810190811067ffffffffffffffff8211176139f757604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff8211176139f757604052565b15613a6f57505050565b73ffffffffffffffffffffffffffffffffffffffff92918380927fdbc561a9000000000000000000000000000000000000000000000000000000005f5216600452166024521660445260645ffd5b906bffffffffffffffffffffffff809116911603906bffffffffffffffffffffffff82116139ae57565b604051602081017f672730685f92b42116a9c346f169a3c2b6f6af490ac27c87f26af961743fe347815260043573ffffffffffffffffffffffffffffffffffffffff811680910361207557604083015260243573ffffffffffffffffffffffffffffffffffffffff811680910361207557606083015260443573ffffffffffffffffffffffffffffffffffffffff81168091036120755760808301526064356bffffffffffffffffffffffff81168091036120755760a08301526084359162ffffff831680930361207557613bca9260c082015260c0815261052260e082613a24565b90565b604051602081017fba7118abcf64865000384e83f2da4d706d0ed1e197aa59665a7367ca8611d631815260a43573ffffffffffffffffffffffffffffffffffffffff811680910361207557604083015260c43573ffffffffffffffffffffffffffffffffffffffff811680910361207557606083015260e43573ffffffffffffffffffffffffffffffffffffffff81168091036120755760808301526101043573ffffffffffffffffffffffffffffffffffffffff81168091036120755760a0830152610124356bffffffffffffffffffffffff81168091036120755760c0830152610144359164ffffffffff831680930361207557613bca9260e082015261016435610100820152610100815261052261012082613a24565b60043573ffffffffffffffffffffffffffffffffffffffff811681036120755790565b60243573ffffffffffffffffffffffffffffffffffffffff811681036120755790565b60443573ffffffffffffffffffffffffffffffffffffffff811681036120755790565b60a43573ffffffffffffffffffffffffffffffffffffffff811681036120755790565b60c43573ffffffffffffffffffffffffffffffffffffffff811681036120755790565b60e43573ffffffffffffffffffffffffffffffffffffffff811681036120755790565b6101043573ffffffffffffffffffffffffffffffffffffffff811681036120755790565b3573ffffffffffffffffffffffffffffffffffffffff811681036120755790565b610124356bffffffffffffffffffffffff811681036120755790565b15613e225750565b73ffffffffffffffffffffffffffffffffffffffff907f52d9c6c8000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b60843562ffffff811681036120755790565b906bffffffffffffffffffffffff809116911601906bffffffffffffffffffffffff82116139ae57565b15613ea85750565b73ffffffffffffffffffffffffffffffffffffffff907f0ed5ddce000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b15613ef25750565b7f925a646a000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b604051602081019594919386925f5b818110613fd057505050613f6b81613bca9697037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613a24565b51902073ffffffffffffffffffffffffffffffffffffffff604051928160208501957fac29478f22b39b7544ff25d5f523a7b9dd72c0b1e36b17b68d5413e30dbe68dd875216604085015216606083015260808201526080815261052260a082613a24565b8235895260209889019890920191600101613f2c565b9190811015613ff65760051b0190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b939193929092156140345750505050565b6040517fc865c3ec00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff9384166004820152938316602485015290911660448301526064820152608490fd5b1561409b57505050565b73ffffffffffffffffffffffffffffffffffffffff92918380927fa48f4edc000000000000000000000000000000000000000000000000000000005f5216600452166024521660445260645ffd5b604090613bca93928152816020820152019061395e565b7f00000000000000000000000000000000000000000000000000000000000000009073ffffffffffffffffffffffffffffffffffffffff821690604051927f70a08231000000000000000000000000000000000000000000000000000000008452306004850152602084602481865afa93841561425f575f9461422b575b50604051917f23b872dd000000000000000000000000000000000000000000000000000000005f52336004523060245260445260205f60648180855af19060015f511482161561420c575b50906040525f606052156141e15750613bca90614981565b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001821516614222573b15153d1516165f6141c9565b823d5f823e3d90fd5b9093506020813d602011614257575b8161424760209383613a24565b810103126120755751925f61417e565b3d915061423a565b6040513d5f823e3d90fd5b919073ffffffffffffffffffffffffffffffffffffffff1691821561437a5773ffffffffffffffffffffffffffffffffffffffff1690815f52600860205260405f20835f5260205260405f206142cf826bffffffffffffffffffffffff8354166139a1565b6bffffffffffffffffffffffff81116143475781547fffffffffffffffffffffffffffffffffffffffff000000000000000000000000166bffffffffffffffffffffffff9091161790556040519081527f8752a472e571a816aea92eec8dae9baf628e840f4929fbcc2d155e6233ff68a790602090a3565b84847fac7c661e000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7f815e1d64000000000000000000000000000000000000000000000000000000005f5260045ffd5b73ffffffffffffffffffffffffffffffffffffffff168015159081614409575b816143cb575090565b905073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016141590565b3081141591506143c2565b9173ffffffffffffffffffffffffffffffffffffffff604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f51148216156144bd575b6040521561447b5750565b73ffffffffffffffffffffffffffffffffffffffff907f5274afe7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9060018115166144d557823b15153d15161690614470565b503d5f823e3d90fd5b919082039182116139ae57565b919061451363ffffffff613bca9216620f424061450882876155a8565b9186091515906139a1565b80936144de565b9060408403614666578360201161207557614568833560208501359060207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0880110614633575b8385615391565b61462a575b813b15159283614580575b505050905090565b5f93507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86602097606494604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d111616805f8080614578565b50505050600190565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60208881030160031b1b1690614561565b614671848483615453565b5060048110156146b557159081614692575b501561456d5750505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f614683565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b64ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001664ffffffffff42160164ffffffffff81116139ae5790565b6004359073ffffffffffffffffffffffffffffffffffffffff821680830361207557803303614952576040519160208301927fba7118abcf64865000384e83f2da4d706d0ed1e197aa59665a7367ca8611d6318452828503612075578260408201526024359373ffffffffffffffffffffffffffffffffffffffff851685036120755773ffffffffffffffffffffffffffffffffffffffff8516606083015260443573ffffffffffffffffffffffffffffffffffffffff811681036120755773ffffffffffffffffffffffffffffffffffffffff16608083015260643573ffffffffffffffffffffffffffffffffffffffff811681036120755773ffffffffffffffffffffffffffffffffffffffff1660a08301526084356bffffffffffffffffffffffff81168103612075576bffffffffffffffffffffffff1660c083015260a4359164ffffffffff8316809303612075576148989260e082015260c435610100820152610100815261052261012082613a24565b93845f52600760205260405f2064ffffffffff815460601c1661494a5780547fffffffffffffffffffffffffffffff0000000000ffffffffffffffffffffffff16606084901b70ffffffffff000000000000000000000000161790555073ffffffffffffffffffffffffffffffffffffffff831692838103612075577fd5bd162bba01fef417a0be66d18af82ed6764c2c6f6d6a4d319b5396090df6af916020915064ffffffffff60405191168152a4565b505050505050565b7f0794c3be000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b604051907f70a0823100000000000000000000000000000000000000000000000000000000825230600483015260208260248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa91821561425f575f92614a35575b5080821115614a0d57613bca916144de565b7f62af86ad000000000000000000000000000000000000000000000000000000005f5260045ffd5b9091506020813d602011614a61575b81614a5160209383613a24565b810103126120755751905f6149fb565b3d9150614a44565b8215614b085773ffffffffffffffffffffffffffffffffffffffff1691825f52600360205260405f20825f5260205260405f2054808211614ac75790614aae916144de565b915f52600360205260405f20905f5260205260405f2055565b60849392604051937f6fd2dfa40000000000000000000000000000000000000000000000000000000085526004850152602484015260448301526064820152fd5b7fd77d93d3000000000000000000000000000000000000000000000000000000005f5260045ffd5b602073ffffffffffffffffffffffffffffffffffffffff7ffd055043ad2d5c028c67929f91d6297e4cbd45fb1c75adf873d18531554f695a929493941692835f526003825260405f20855f52825260405f20614b8d8282546139a1565b9055604051908152a3565b73ffffffffffffffffffffffffffffffffffffffff9094919293941692835f52600860205260405f2073ffffffffffffffffffffffffffffffffffffffff84165f5260205260405f2091845f52600960205260405f2073ffffffffffffffffffffffffffffffffffffffff85165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2090614c3b878484876154de565b5080614d5d575050614c508261236d816143a2565b54916bffffffffffffffffffffffff83169182871115614cfc575060849573ffffffffffffffffffffffffffffffffffffffff926bffffffffffffffffffffffff80614ca8614cbd955482808260601c169116613abd565b169560601c16908180821191180218906144de565b92604051947fec58d8ed000000000000000000000000000000000000000000000000000000008652600486015216602484015260448301526064820152fd5b85878473ffffffffffffffffffffffffffffffffffffffff60a494818a604051967f399e08f9000000000000000000000000000000000000000000000000000000008852600488015216602486015216604484015260648301526084820152fd5b9650945050505050565b9073ffffffffffffffffffffffffffffffffffffffff8216805f52600660205260405f209182549373ffffffffffffffffffffffffffffffffffffffff8516948515614e4f5791606091614de563ffffffff7f2c896a36ae426429416b4de992a50e7559a1d362a88cb68ee22bc3dc3c07c0719560a01c16836144eb565b9690809281614e39575b5050506040519187835260208301526040820152a280614e0d575050565b614e37917f0000000000000000000000000000000000000000000000000000000000000000614414565b565b6001614e4793015490614b30565b5f8181614def565b5091509150614e3792507f0000000000000000000000000000000000000000000000000000000000000000614414565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016301480614f7f575b15614ee7577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152614f7960c082613a24565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614614ebe565b9293613bca9460a093604051937fab336d0a80503eae8ef57ce2afb4450b1bb42416c69866fa76196cdee73aa0aa855260208501526040840152606083015260808201522090604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b9394909461506b8373ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b15615224575b50505a6040517fb04df08a00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff8581166004830152868116602483015283166044820152606481018490526020816084815f305af15f91816151f0575b506151e757503d156151df573d9067ffffffffffffffff82116139f75760405191615132601f82017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200184613a24565b82523d5f602084013e5b5a9060031c101561519d577f19d602d037307872c5ab87edde03ae771dccaccbbb3e62ae90904e9b173ac6d69161519673ffffffffffffffffffffffffffffffffffffffff928380604051958695169916971695836140e9565b0390a45f90565b73ffffffffffffffffffffffffffffffffffffffff827fcbf4a432000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b60609061513c565b94505050505090565b9091506020813d60201161521c575b8161520c60209383613a24565b810103126120755751905f6150df565b3d91506151ff565b615230848484846154de565b81929161523f575b5050615071565b7f0000000000000000000000000000000000000000000000000000000000000000604051907fa9059cbb000000000000000000000000000000000000000000000000000000005f5273ffffffffffffffffffffffffffffffffffffffff87166004528460245260205f60448180855af19060015f5114821615615334575b5090604052615329576bffffffffffffffffffffffff926152ee6152f8936124af8680951685835460601c16613abd565b1682845416613abd565b167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008254161790555f808080615238565b505094505050505090565b3b15153d1516165f6152bd565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c61536957565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b9290601b8260ff1c019360ff85116139ae5773ffffffffffffffffffffffffffffffffffffffff169283151594856153cc575b505050505090565b60209495507f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff925f9492615422926040519586951692859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa1561425f5773ffffffffffffffffffffffffffffffffffffffff5f5116145f808080806153c4565b906041830361547d576154769250602081013591604082359201355f1a9061564e565b9192909190565b50505f9160029190565b60ff811690601f82116154b657604051916154a3604084613a24565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b929391935f938254906bffffffffffffffffffffffff8216926bffffffffffffffffffffffff8360601c169784821190811591615597575b5061558a57838103978481808b9711911802189081811161553a575b505050019055565b919650919250039380546bffffffffffffffffffffffff8160601c166bffffffffffffffffffffffff821603861161557e57606086901b01905584905f8080615532565b505f9550859450505050565b505f965086955050505050565b6155a191506143a2565b155f615516565b9190915f907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff84820990848102928380841093039280840393146156405782620f4240111561562e57507fde8f6cefed634549b62c77574f722e1ac57e23f24d8fd5cb790fb65668c261399394620f4240910990828211900360fa1b910360061c170290565b634e487b71905260116020526024601cfd5b505050620f42409192500490565b90917f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116156e457906156a76020945f9493604051948594859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa1561425f575f5173ffffffffffffffffffffffffffffffffffffffff8116156156da57905f905f90565b505f906001905f90565b5050505f916003919056' as const;
