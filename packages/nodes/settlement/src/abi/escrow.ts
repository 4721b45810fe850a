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
    "name": "ChallengeDelayTooLong",
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

export const escrowBytecode = '0x6101c08060405234610237576060816158688038038091610020828561023b565b8339810103126102375780516001600160a01b0381168103610237576020820151916001600160a01b038316830361023757604001519164ffffffffff8316918284036102375760405161007560408261023b565b6010815260208101906f47726973746d696c6c20457363726f7760801b8252604051916100a360408461023b565b600183526020830191603160f81b83526100bc81610272565b610120526100c984610272565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261013260c08261023b565b5190206080523060c05261016052610180526301e13380811161022557506101a05260405161558a90816102de823960805181614ce5015260a05181614da2015260c05181614cb6015260e05181614d3401526101005181614d5a015261012051816120b7015261014051816120e101526101605181818161022701528181610c2a01528181610dfb01528181611c3a01528181611f04015281816128b70152818161328501528181613edf015281816141c1015281816147a801528181614c3301528181614c7b0152615059015261018051818181612c290152612cfd01526101a05181818161223401526144c70152f35b63d82abb2f60e01b5f5260045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b0382119082101761025e57604052565b634e487b7160e01b5f52604160045260245ffd5b601f81511161029d57602081519101516020821061028e571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c8063036fc297146133bf5780630e57ffae1461333c57806312a62cff146131f757806315dc07d714612f165780631af9a5fd14612edb5780631b92166514612e8e5780632386d6eb14612cab5780632515d7da14612c4d5780632b20e39714612bde5780633107ba4214612a9357806344275add146129e357806347e7ef241461296a57806351cff8d91461271b5780635d1e2d1b146126a05780636000783f146122585780636d4c9dea146121f857806376f84774146121b557806384b0196e1461207f5780638a94d4fc14611e345780639341349614611de757806394a7848314611d5357806394e478c114611ca35780639655a92514611b165780639aee26f114611aa25780639ed55403146119e7578063a96c778414611938578063aed796861461171e578063b04df08a14611685578063c0a5854614611625578063c169dac714611545578063c3044844146113ed578063c4ad15bf1461120b578063cb0a686b1461119b578063cd5e725c14610f1f578063d7b36f4814610eb2578063d97e7b0814610c56578063de381d6c14610b29578063e2f90c6214610a82578063f1ed6c9214610336578063fb9321081461024e5763fc0c546a146101dd575f80fd5b3461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576103106102896137b3565b610291615159565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d6102ff816102fa8173ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b613c7d565b61030a602435613edd565b90614b87565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b503461024b577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36016101a08112610a7e5760801361024b5760843567ffffffffffffffff8111610a7e5761038f903690600401613871565b909160e07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5c36011261024b576101843567ffffffffffffffff8111610a7e576103df610467913690600401613871565b9390946103ea615159565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d61045a610419613b77565b73ffffffffffffffffffffffffffffffffffffffff80610437613b31565b16911614610443613b9a565b61044b613b0e565b90610454613b54565b92613e6e565b610462613b9a565b61526b565b61048c610472613b0e565b61047a613b31565b610482613b54565b9060643592614975565b91610495613b0e565b906104db6104a1613b54565b6104a9613b9a565b938473ffffffffffffffffffffffffffffffffffffffff6104c8613bbd565b16158015610a55575b80610a0757613e6e565b60405160208101927fba7118abcf64865000384e83f2da4d706d0ed1e197aa59665a7367ca8611d631845260a43573ffffffffffffffffffffffffffffffffffffffff8116809103610a0357604083015260c43573ffffffffffffffffffffffffffffffffffffffff8116809103610a0357606083015260e43573ffffffffffffffffffffffffffffffffffffffff8116809103610a035760808301526101043573ffffffffffffffffffffffffffffffffffffffff8116809103610a035760a0830152610124356bffffffffffffffffffffffff8116809103610a035760c0830152610144359364ffffffffff8516928386036109ff5790818460e061063c9401526101643561010082015261010081526105f961012082613965565b519020610604614c9f565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b928386526007602052604086209264ffffffffff6040519461065d8661391c565b54916bffffffffffffffffffffffff83168652818360601c166020870198818a5260ff604089019560881c16151585529181151590816109f5575b506109ed575b5016804210156109a857506106d86bffffffffffffffffffffffff6106c1613c25565b166bffffffffffffffffffffffff865116906142bb565b88116106e2613c25565b6bffffffffffffffffffffffff86511691610941575050511597881598610925575b505061070e613b77565b96156108de57506020955064ffffffffff8061074b6bffffffffffffffffffffffff6107de9451166bffffffffffffffffffffffff891690613c53565b9451166bffffffffffffffffffffffff604051956107688761391c565b16855287850190815260016040808701918252948752600789529386209451855491517fffffffffffffffffffffffffffffff00000000000000000000000000000000009092166bffffffffffffffffffffffff9190911617911660601b70ffffffffff00000000000000000000000016178355565b5181547fffffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffffff1690151560881b71ff000000000000000000000000000000000016179055610828613b0e565b610830613b31565b7fc32f9ef6676124cd4f64af9a81204b2f81c2dcd73e9f170cd114df97eb7c8fe48573ffffffffffffffffffffffffffffffffffffffff80877fffffffffffffffffffffffffffffffffffffffff000000000000000000000000610892613b54565b60601b16179460405195865216941692a36108b4826108af613b54565b614b87565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b7f1c39275500000000000000000000000000000000000000000000000000000000855273ffffffffffffffffffffffffffffffffffffffff87811660045216602452604484fd5b61093992985084610934613b77565b6142f7565b955f80610704565b896084926bffffffffffffffffffffffff879373ffffffffffffffffffffffffffffffffffffffff604051957f195d867400000000000000000000000000000000000000000000000000000000875216600486015216602484015260448301526064820152fd5b7f3097fbf700000000000000000000000000000000000000000000000000000000885273ffffffffffffffffffffffffffffffffffffffff8416600452602452604487fd5b90505f61069e565b905081105f610698565b8680fd5b8580fd5b5073ffffffffffffffffffffffffffffffffffffffff610a25613be0565b161580613e6e5750610a35613be0565b73ffffffffffffffffffffffffffffffffffffffff808516911614613e6e565b50610a5e613bbd565b73ffffffffffffffffffffffffffffffffffffffff8084169116146104d1565b5080fd5b503461024b577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360160a08112610a7e5760801361024b5760843567ffffffffffffffff8111610a7e5790610b15610ae06020933690600401613871565b90610ae9615159565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d610462613b31565b610b20610472613b0e565b90610828613b0e565b503461024b5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602090610b646137b3565b610b6c6137d6565b610bb5604435610b7a615159565b610bad81610b86614c9f565b8587610ba8339360843590610ba2876064359287873392614dc8565b856151a9565b613e00565b338385614975565b92507fc32f9ef6676124cd4f64af9a81204b2f81c2dcd73e9f170cd114df97eb7c8fe48473ffffffffffffffffffffffffffffffffffffffff80867fffffffffffffffffffffffffffffffffffffffff0000000000000000000000003360601b16179460405195865216941692a3610c4e81337f00000000000000000000000000000000000000000000000000000000000000006141f1565b604051908152f35b503461024b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576044359060243560043560643567ffffffffffffffff8111610eae57610cb0903690600401613871565b90610cb9615159565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d828552600260205273ffffffffffffffffffffffffffffffffffffffff604086205416610d0c84821515613cc7565b33865260056020526040862084875260205260408620878752602052604086205480610e67575090610d949291610d8e60405160208101907f4218c786cfceb660dd3d8f11fd6fa142387b729f507f7b5ceef0b1448be7162b82523360408201528760608201528a60808201528860a082015260a081526105f960c082613965565b906142f7565b15610e1f579283610daa83610310959633614846565b338552600560205260408520818652602052604085208286526020528260408620556040518381527ff03d0fb4a36a41bf829f3be27d53559310fdfadcca53414db220be57fb785e6160203392a4337f00000000000000000000000000000000000000000000000000000000000000006141f1565b6040517fbb45656c0000000000000000000000000000000000000000000000000000000081523360048201526024810191909152604481018490526064810191909152608490fd5b6040517fef62b98f00000000000000000000000000000000000000000000000000000000815233600482015260248101869052604481018990526064810191909152608490fd5b8380fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57604060209173ffffffffffffffffffffffffffffffffffffffff610f046137b3565b16815260038352818120602435825283522054604051908152f35b503461024b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57610f576137b3565b90610f606137d6565b9060443567ffffffffffffffff8111610a7e57610f81903690600401613782565b6064939193359467ffffffffffffffff8611610eae57610fa9610fec95963690600401613871565b610fb4969196615159565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d8596610fe6858a8887613cfa565b866142f7565b1561115357949073ffffffffffffffffffffffffffffffffffffffff86169586855260086020526040852073ffffffffffffffffffffffffffffffffffffffff85165f5260205260405f2087865260096020526040862073ffffffffffffffffffffffffffffffffffffffff86165f5260205260405f2086945b8486106110de5760208989898d7f715ee3b9134015b9ee5f7cea708d0932d31e16c3fa16fc1e6b015b245ea52b968573ffffffffffffffffffffffffffffffffffffffff604051948786521693a37f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b9091929394976111476001916111418b876bffffffffffffffffffffffff61111661110a848e8b613dc3565b3560601c938d8a613dc3565b351673ffffffffffffffffffffffffffffffffffffffff83165f528860205260405f20928d8c614e46565b906138e2565b98019493929190611066565b8373ffffffffffffffffffffffffffffffffffffffff84816044947f194ba83d0000000000000000000000000000000000000000000000000000000085521660045216602452fd5b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576111d36137b3565b6111db6137d6565b916044359067ffffffffffffffff821161024b576020610c4e85856112033660048801613782565b929091613cfa565b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576112436137b3565b906024356bffffffffffffffffffffffff8116809103610a7e5733825260086020526040822073ffffffffffffffffffffffffffffffffffffffff84165f5260205260405f20926bffffffffffffffffffffffff6112aa855482808260601c1691166139fe565b16808311611395575073ffffffffffffffffffffffffffffffffffffffff9064ffffffffff60018601847fffffffffffffffffffffffffffffffffffffffff00000000000000000000000082541617815584155f146113855761134a865b82547fffffffffffffffffffffffffffffff0000000000ffffffffffffffffffffffff1660609190911b70ffffffffff00000000000000000000000016178255565b5460601c16604051938452602084015216907f5cb58889ff0ee98b10a097ff7a1aef56be29f570d69e6e3fa7ba97bad09ca06660403392a380f35b61134a6113906144bf565b611308565b9160849273ffffffffffffffffffffffffffffffffffffffff604051937fec58d8ed00000000000000000000000000000000000000000000000000000000855233600486015216602484015260448301526064820152fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576114256137b3565b61142d6137d6565b33835260096020526040832073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205273ffffffffffffffffffffffffffffffffffffffff8064ffffffffff60405f206114b98587835433906bffffffffffffffffffffffff8082169160601c16116139a6565b6114c16144bf565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000083549260c01b1691161781555460c01c1692604051938452169216907f1c1137338b42d7558beeda68af7e604da258e731b4648742748149680ed95df460203392a480f35b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5761157d6137b3565b9073ffffffffffffffffffffffffffffffffffffffff604061159d6137d6565b92826115a76137f9565b9516815260096020522091165f5260205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052608060405f2054604051906bffffffffffffffffffffffff811682526bffffffffffffffffffffffff8160601c16602083015264ffffffffff8160c01c16604083015260e81c6060820152f35b503461024b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57506020610c4e611663614c9f565b61166b613b0e565b611673613b31565b61167b613b54565b9160643593614dc8565b503461024b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576116bd6137b3565b906116c66137d6565b6116ce6137f9565b913033036116f257506116eb60209383610c4e9360643592614975565b8092614b87565b807fb57ce6b1000000000000000000000000000000000000000000000000000000006024925233600452fd5b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576117566137b3565b6024356044359063ffffffff8216809203610eae576117748361417f565b156118f657620f424082116118ca57811581811561189f575b61179691613cc7565b73ffffffffffffffffffffffffffffffffffffffff604051936117b88561391c565b16928381526001602082018481526040830190848252338852600660205273ffffffffffffffffffffffffffffffffffffffff8060408a20955116167fffffffffffffffffffffffff0000000000000000000000000000000000000000855416178455517fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff77ffffffff000000000000000000000000000000000000000085549260a01b16911617835551910155604051928352602083015260408201527f0301fca387074310b48028ac1b06d9b1833af7050726e9498fb18e6eb4d21eea60603392a280f35b8552506002602052604084205473ffffffffffffffffffffffffffffffffffffffff1615158161178d565b602484837fc44ad1bf000000000000000000000000000000000000000000000000000000008252600452fd5b60248473ffffffffffffffffffffffffffffffffffffffff857f628d229a00000000000000000000000000000000000000000000000000000000835216600452fd5b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576020906119736137b3565b906108b460243592611983615159565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d838352600285526119d48473ffffffffffffffffffffffffffffffffffffffff6040862054161515613cc7565b6119df604435613edd565b93849161490d565b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5773ffffffffffffffffffffffffffffffffffffffff6040611a366137b3565b9282611a406137d6565b9416815260086020522091165f52602052608060405f2064ffffffffff600182549201546bffffffffffffffffffffffff60405193818116855260601c1660208401526bffffffffffffffffffffffff8116604084015260601c166060820152f35b503461024b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57604060609160043581526007602052205460ff604051916bffffffffffffffffffffffff8116835264ffffffffff81851c16602084015260881c1615156040820152f35b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5760443590602435600435611b58615159565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d808352600260205273ffffffffffffffffffffffffffffffffffffffff60408420541690611bac81831515613cc7565b33845260046020526040842081855260205260408420858552602052604084205480611c5e57509384611be484610310969733614846565b338652600460205260408620818752602052604086208287526020528360408720556040518381528460208201527f24bb0de359592a40bf851271bb3ac4c1d1811318853ba2856b3a7c33af7ad15560403392a47f00000000000000000000000000000000000000000000000000000000000000006141f1565b6040517f1a4f9b170000000000000000000000000000000000000000000000000000000081523360048201526024810192909252604482018690526064820152608490fd5b503461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57611d17336102fa3373ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b3381526006602052806001604082208281550155337f26ac3bd3e5f58a15280499733e68bf3c52c094330820164c7f29a9c5a85bb1478280a280f35b503461024b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57604060609173ffffffffffffffffffffffffffffffffffffffff611da56137b3565b1681526006602052206001815491015463ffffffff6040519273ffffffffffffffffffffffffffffffffffffffff8116845260a01c1660208301526040820152f35b503461024b57604060209173ffffffffffffffffffffffffffffffffffffffff611e103661381c565b92909116835260058552838320908352845282822090825283522054604051908152f35b503461024b576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57611e6d6137b3565b611e756137d6565b9060c4359160ff8316809303610eae57611e8d615159565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d83604051602081019073ffffffffffffffffffffffffffffffffffffffff8416825260a435604082015260408152611eea606082613965565b51902073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690604051957f70a08231000000000000000000000000000000000000000000000000000000008752306004880152602087602481865afa968715612074578497612039575b50823b15610eae5761012484928360405195869485937fef55bec600000000000000000000000000000000000000000000000000000000855273ffffffffffffffffffffffffffffffffffffffff8c16600486015230602486015260443560448601526064356064860152608435608486015260a485015260c484015260e43560e4840152610104356101048401525af1801561202e57612019575b50506120136103109361475e565b91614047565b8161202391613965565b610eae57835f612005565b6040513d84823e3d90fd5b935095506020833d60201161206c575b8161205660209383613965565b8101031261206857869251955f611f69565b5f80fd5b3d9150612049565b6040513d86823e3d90fd5b503461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57612159906120db7f0000000000000000000000000000000000000000000000000000000000000000615322565b906121057f0000000000000000000000000000000000000000000000000000000000000000615322565b906020612167604051936121198386613965565b8385525f3681376040519687967f0f00000000000000000000000000000000000000000000000000000000000000885260e08589015260e088019061389f565b90868203604088015261389f565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b82811061219e57505050500390f35b83518552869550938101939281019260010161218f565b503461024b5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576121f56121f06144bf565b6144ff565b80f35b503461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461024b577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360160c08112610a7e5760a01361024b5760a43567ffffffffffffffff8111610a7e576122b0903690600401613871565b906122b9613b0e565b6122c1613b31565b906122ca613b54565b90606435926bffffffffffffffffffffffff84169586850361269c5773ffffffffffffffffffffffffffffffffffffffff821695863314928315612687575b5050501561262d5773ffffffffffffffffffffffffffffffffffffffff1691828652600960205260408620845f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2090612367613c41565b825490612372613c41565b9062ffffff8360e81c9116036125cf57506bffffffffffffffffffffffff8181169160601c16808211156125c857505b6bffffffffffffffffffffffff81168088111561256957506123c490826139fe565b848852600860205260408820865f5260205260405f20906bffffffffffffffffffffffff806123fd8454828160601c16938491166139fe565b166bffffffffffffffffffffffff83169080821161252657505073ffffffffffffffffffffffffffffffffffffffff936124ab7f86c6b52e4ebaa96424cf511445036743c4b628cea4894e53f10306e6f9f491e69794612463602098956124f495613c53565b7fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b82547fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff1660609190911b77ffffffffffffffffffffffff00000000000000000000000016178255565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff81541690556040519687521694a480f35b60849189918b604051937fec58d8ed0000000000000000000000000000000000000000000000000000000085526004850152602484015260448301526064820152fd5b858860a49273ffffffffffffffffffffffffffffffffffffffff888b604051957f467f565e0000000000000000000000000000000000000000000000000000000087526004870152602486015216604484015260648301526084820152fd5b90506123a2565b8562ffffff60849273ffffffffffffffffffffffffffffffffffffffff888b604051957fa969758c00000000000000000000000000000000000000000000000000000000875260048701526024860152166044840152166064820152fd5b8473ffffffffffffffffffffffffffffffffffffffff6084938682604051957fc865c3ec00000000000000000000000000000000000000000000000000000000875216600486015260248501521660448301526064820152fd5b6126949350610d8e613a28565b5f8080612309565b8780fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5761270f63ffffffff6040809373ffffffffffffffffffffffffffffffffffffffff6126f96137b3565b1681526006602052205460a01c166024356142c8565b82519182526020820152f35b503461024b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576127536137b3565b61275b615159565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d33825260086020526040822073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f209160018301918254926bffffffffffffffffffffffff84169384156129245764ffffffffff9060601c168042106128db5750846bffffffffffffffffffffffff61281a60209754968261280681808b169a60601c168a6139fe565b1690818082109118021896828816906139fe565b82547fffffffffffffffffffffffffffffffffffffffff00000000000000000000000016911617905580547fffffffffffffffffffffffffffffff000000000000000000000000000000000016905560405183815273ffffffffffffffffffffffffffffffffffffffff919091169033907fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb908690a36108b482337f00000000000000000000000000000000000000000000000000000000000000006141f1565b7fde2512120000000000000000000000000000000000000000000000000000000084523360045273ffffffffffffffffffffffffffffffffffffffff8316602452604452606483fd5b60448473ffffffffffffffffffffffffffffffffffffffff857fccc6508f0000000000000000000000000000000000000000000000000000000083523360045216602452fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576103106129a56137b3565b6129ad615159565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d6129dc602435613edd565b9033614047565b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57612a1b6137b3565b9073ffffffffffffffffffffffffffffffffffffffff6040612a3b6137d6565b9282612a456137f9565b9516815260096020522091165f5260205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f5260205260206bffffffffffffffffffffffff60405f205416604051908152f35b503461024b5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5760405160208101917fba7118abcf64865000384e83f2da4d706d0ed1e197aa59665a7367ca8611d631835260043573ffffffffffffffffffffffffffffffffffffffff8116809103610a7e57604083015260243573ffffffffffffffffffffffffffffffffffffffff8116809103610a7e57606083015260443573ffffffffffffffffffffffffffffffffffffffff8116809103610a7e57608083015260643573ffffffffffffffffffffffffffffffffffffffff8116809103610a7e5760a08301526084356bffffffffffffffffffffffff8116809103610a7e5760c083015260a4359064ffffffffff821680920361024b576020610c4e85858560e082015260c43561010082015261010081526105f961012082613965565b503461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461024b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5773ffffffffffffffffffffffffffffffffffffffff6040602092600435815260028452205416604051908152f35b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57600435612ce66137d6565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803303612e5f5750612d2e8161417f565b15612e1957818352600260205273ffffffffffffffffffffffffffffffffffffffff60408420541680612de9575060207f5ca93e6628b4fe4607134e40ea507f26244123f20550b78178e7c32b624ffcdd91838552600282526040852073ffffffffffffffffffffffffffffffffffffffff82167fffffffffffffffffffffffff000000000000000000000000000000000000000082541617905573ffffffffffffffffffffffffffffffffffffffff60405191168152a280f35b83604491847fee6f123f000000000000000000000000000000000000000000000000000000008352600452602452fd5b73ffffffffffffffffffffffffffffffffffffffff9083927f8f5d319c000000000000000000000000000000000000000000000000000000006044955260045216602452fd5b7f58118d9800000000000000000000000000000000000000000000000000000000845233600452602452604483fd5b503461024b57604060209173ffffffffffffffffffffffffffffffffffffffff612eb73661381c565b92909116835260048552838320908352845282822090825283522054604051908152f35b503461024b5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57506020610c4e613a28565b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57612f4e6137b3565b612f566137d6565b90612f5f6137f9565b9173ffffffffffffffffffffffffffffffffffffffff821680855260096020526040852073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff85165f5260205260405f2093845473ffffffffffffffffffffffffffffffffffffffff6bffffffffffffffffffffffff821692613016818764ffffffffff6bffffffffffffffffffffffff8760601c169660c01c16998787116139a6565b169485331480156131e3575b1561318a57506bffffffffffffffffffffffff9161303f916139fe565b169381865260086020526040862073ffffffffffffffffffffffffffffffffffffffff84165f5260205261308c60405f20612463876bffffffffffffffffffffffff835460601c166139fe565b80547fffffff0000000000000000000000000000000000ffffffffffffffffffffffff811680835560e89190911c6001019662ffffff881161315d57507cffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffff000000000000000000000000000000000000000000000000000000000060209860e81b1691161790557fefb6092aa61d438ccc04ee833a4f614dfde5a125bf25f38811be9a91566761348573ffffffffffffffffffffffffffffffffffffffff604051948786521693a4604051908152f35b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526011600452fd5b836084918773ffffffffffffffffffffffffffffffffffffffff88604051947f3dd5ae1a000000000000000000000000000000000000000000000000000000008652600486015216602484015260448301526064820152fd5b508015158015613022575080421015613022565b50346120685760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126120685761322f6137b3565b906024359160643560ff81168091036120685761324a615159565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690813b15612068575f9160e4839260405194859384927fd505accf0000000000000000000000000000000000000000000000000000000084523360048501523060248501528a60448501526044356064850152608484015260843560a484015260a43560c48401525af1613322575b506129dc6103109293613edd565b61031092505f61333191613965565b6129dc5f9250613314565b346120685760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126120685760206133b56133786137b3565b73ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b6040519015158152f35b346120685760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126120685760043567ffffffffffffffff81116120685761340e903690600401613782565b90613417615159565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d5f905f907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa181360301915b84811015613754578060051b820135838112156120685782015f61348982613c04565b9461349660208401613c04565b926040810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561206857019067ffffffffffffffff823511612068576060823502360360208301136120685773ffffffffffffffffffffffffffffffffffffffff871691825f52600860205260405f2073ffffffffffffffffffffffffffffffffffffffff86165f5260205260405f2095835f52600960205260405f2073ffffffffffffffffffffffffffffffffffffffff87165f5260205260405f2094613565614c9f565b935f915b84358310156136f3578b8a816bffffffffffffffffffffffff8c8c8c6135ba8d6135a98e60608e0201916020830135878160601c998a92169a8b93614dc8565b6040606083013592013590866151a9565b156135fe5750926135f5959260019795926111419573ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2094614e46565b925b0191613569565b9294505073ffffffffffffffffffffffffffffffffffffffff816136eb7f19d602d037307872c5ab87edde03ae771dccaccbbb3e62ae90904e9b173ac6d6936136dd60019a9c996136b1898b6040519586947fc865c3ec000000000000000000000000000000000000000000000000000000006020870152602486019094939273ffffffffffffffffffffffffffffffffffffffff90816060948160808601991685521660208401521660408201520152565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613965565b604051938493169683613ec6565b0390a46135f7565b9650995050989290506001955061374d9491507f715ee3b9134015b9ee5f7cea708d0932d31e16c3fa16fc1e6b015b245ea52b96602073ffffffffffffffffffffffffffffffffffffffff604051948786521693a36138e2565b9301613466565b6020845f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b9181601f840112156120685782359167ffffffffffffffff8311612068576020808501948460051b01011161206857565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361206857565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361206857565b6044359073ffffffffffffffffffffffffffffffffffffffff8216820361206857565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc60609101126120685760043573ffffffffffffffffffffffffffffffffffffffff8116810361206857906024359060443590565b9181601f840112156120685782359167ffffffffffffffff8311612068576020838186019501011161206857565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b919082018092116138ef57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b6060810190811067ffffffffffffffff82111761393857604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761393857604052565b156139b057505050565b73ffffffffffffffffffffffffffffffffffffffff92918380927fdbc561a9000000000000000000000000000000000000000000000000000000005f5216600452166024521660445260645ffd5b906bffffffffffffffffffffffff809116911603906bffffffffffffffffffffffff82116138ef57565b604051602081017f672730685f92b42116a9c346f169a3c2b6f6af490ac27c87f26af961743fe347815260043573ffffffffffffffffffffffffffffffffffffffff811680910361206857604083015260243573ffffffffffffffffffffffffffffffffffffffff811680910361206857606083015260443573ffffffffffffffffffffffffffffffffffffffff81168091036120685760808301526064356bffffffffffffffffffffffff81168091036120685760a08301526084359162ffffff831680930361206857613b0b9260c082015260c081526105f960e082613965565b90565b60043573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b60243573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b60443573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b60a43573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b60c43573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b60e43573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b6101043573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b3573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b610124356bffffffffffffffffffffffff811681036120685790565b60843562ffffff811681036120685790565b906bffffffffffffffffffffffff809116911601906bffffffffffffffffffffffff82116138ef57565b15613c855750565b73ffffffffffffffffffffffffffffffffffffffff907f0ed5ddce000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b15613ccf5750565b7f925a646a000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b604051602081019594919386925f5b818110613dad57505050613d4881613b0b9697037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613965565b51902073ffffffffffffffffffffffffffffffffffffffff604051928160208501957fac29478f22b39b7544ff25d5f523a7b9dd72c0b1e36b17b68d5413e30dbe68dd87521660408501521660608301526080820152608081526105f960a082613965565b8235895260209889019890920191600101613d09565b9190811015613dd35760051b0190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b93919392909215613e115750505050565b6040517fc865c3ec00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff9384166004820152938316602485015290911660448301526064820152608490fd5b15613e7857505050565b73ffffffffffffffffffffffffffffffffffffffff92918380927fa48f4edc000000000000000000000000000000000000000000000000000000005f5216600452166024521660445260645ffd5b604090613b0b93928152816020820152019061389f565b7f00000000000000000000000000000000000000000000000000000000000000009073ffffffffffffffffffffffffffffffffffffffff821690604051927f70a08231000000000000000000000000000000000000000000000000000000008452306004850152602084602481865afa93841561403c575f94614008575b50604051917f23b872dd000000000000000000000000000000000000000000000000000000005f52336004523060245260445260205f60648180855af19060015f5114821615613fe9575b50906040525f60605215613fbe5750613b0b9061475e565b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001821516613fff573b15153d1516165f613fa6565b823d5f823e3d90fd5b9093506020813d602011614034575b8161402460209383613965565b810103126120685751925f613f5b565b3d9150614017565b6040513d5f823e3d90fd5b919073ffffffffffffffffffffffffffffffffffffffff169182156141575773ffffffffffffffffffffffffffffffffffffffff1690815f52600860205260405f20835f5260205260405f206140ac826bffffffffffffffffffffffff8354166138e2565b6bffffffffffffffffffffffff81116141245781547fffffffffffffffffffffffffffffffffffffffff000000000000000000000000166bffffffffffffffffffffffff9091161790556040519081527f8752a472e571a816aea92eec8dae9baf628e840f4929fbcc2d155e6233ff68a790602090a3565b84847fac7c661e000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7f815e1d64000000000000000000000000000000000000000000000000000000005f5260045ffd5b73ffffffffffffffffffffffffffffffffffffffff1680151590816141e6575b816141a8575090565b905073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016141590565b30811415915061419f565b9173ffffffffffffffffffffffffffffffffffffffff604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f511482161561429a575b604052156142585750565b73ffffffffffffffffffffffffffffffffffffffff907f5274afe7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9060018115166142b257823b15153d1516169061424d565b503d5f823e3d90fd5b919082039182116138ef57565b91906142f063ffffffff613b0b9216620f42406142e58287615443565b9186091515906138e2565b80936142bb565b9060408403614443578360201161206857614345833560208501359060207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0880110614410575b83856151a9565b614407575b813b1515928361435d575b505050905090565b5f93507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86602097606494604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d111616805f8080614355565b50505050600190565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60208881030160031b1b169061433e565b61444e8484836152ee565b5060048110156144925715908161446f575b501561434a5750505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f614460565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b64ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001664ffffffffff42160164ffffffffff81116138ef5790565b6004359073ffffffffffffffffffffffffffffffffffffffff82168083036120685780330361472f576040519160208301927fba7118abcf64865000384e83f2da4d706d0ed1e197aa59665a7367ca8611d6318452828503612068578260408201526024359373ffffffffffffffffffffffffffffffffffffffff851685036120685773ffffffffffffffffffffffffffffffffffffffff8516606083015260443573ffffffffffffffffffffffffffffffffffffffff811681036120685773ffffffffffffffffffffffffffffffffffffffff16608083015260643573ffffffffffffffffffffffffffffffffffffffff811681036120685773ffffffffffffffffffffffffffffffffffffffff1660a08301526084356bffffffffffffffffffffffff81168103612068576bffffffffffffffffffffffff1660c083015260a4359164ffffffffff8316809303612068576146759260e082015260c43561010082015261010081526105f961012082613965565b93845f52600760205260405f2064ffffffffff815460601c166147275780547fffffffffffffffffffffffffffffff0000000000ffffffffffffffffffffffff16606084901b70ffffffffff000000000000000000000000161790555073ffffffffffffffffffffffffffffffffffffffff831692838103612068577fd5bd162bba01fef417a0be66d18af82ed6764c2c6f6d6a4d319b5396090df6af916020915064ffffffffff60405191168152a4565b505050505050565b7f0794c3be000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b604051907f70a0823100000000000000000000000000000000000000000000000000000000825230600483015260208260248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa91821561403c575f92614812575b50808211156147ea57613b0b916142bb565b7f62af86ad000000000000000000000000000000000000000000000000000000005f5260045ffd5b9091506020813d60201161483e575b8161482e60209383613965565b810103126120685751905f6147d8565b3d9150614821565b82156148e55773ffffffffffffffffffffffffffffffffffffffff1691825f52600360205260405f20825f5260205260405f20548082116148a4579061488b916142bb565b915f52600360205260405f20905f5260205260405f2055565b60849392604051937f6fd2dfa40000000000000000000000000000000000000000000000000000000085526004850152602484015260448301526064820152fd5b7fd77d93d3000000000000000000000000000000000000000000000000000000005f5260045ffd5b602073ffffffffffffffffffffffffffffffffffffffff7ffd055043ad2d5c028c67929f91d6297e4cbd45fb1c75adf873d18531554f695a929493941692835f526003825260405f20855f52825260405f2061496a8282546138e2565b9055604051908152a3565b73ffffffffffffffffffffffffffffffffffffffff9094919293941692835f52600860205260405f2073ffffffffffffffffffffffffffffffffffffffff84165f5260205260405f2091845f52600960205260405f2073ffffffffffffffffffffffffffffffffffffffff85165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2090614a1887848487615379565b5080614b7d575050614a298261417f565b15614b3b5754916bffffffffffffffffffffffff83169182871115614ada575060849573ffffffffffffffffffffffffffffffffffffffff926bffffffffffffffffffffffff80614a86614a9b955482808260601c1691166139fe565b169560601c16908180821191180218906142bb565b92604051947fec58d8ed000000000000000000000000000000000000000000000000000000008652600486015216602484015260448301526064820152fd5b85878473ffffffffffffffffffffffffffffffffffffffff60a494818a604051967f399e08f9000000000000000000000000000000000000000000000000000000008852600488015216602486015216604484015260648301526084820152fd5b73ffffffffffffffffffffffffffffffffffffffff827f52d9c6c8000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9650945050505050565b9073ffffffffffffffffffffffffffffffffffffffff8216805f52600660205260405f209182549373ffffffffffffffffffffffffffffffffffffffff8516948515614c6f5791606091614c0563ffffffff7f2c896a36ae426429416b4de992a50e7559a1d362a88cb68ee22bc3dc3c07c0719560a01c16836142c8565b9690809281614c59575b5050506040519187835260208301526040820152a280614c2d575050565b614c57917f00000000000000000000000000000000000000000000000000000000000000006141f1565b565b6001614c679301549061490d565b5f8181614c0f565b5091509150614c5792507f00000000000000000000000000000000000000000000000000000000000000006141f1565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016301480614d9f575b15614d07577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152614d9960c082613965565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614614cde565b9293613b0b9460a093604051937fab336d0a80503eae8ef57ce2afb4450b1bb42416c69866fa76196cdee73aa0aa855260208501526040840152606083015260808201522090604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b93949094614e8b8373ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b1561503c575b50506040517fb04df08a00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff8481166004830152858116602483015282166044820152606481018390526020816084815f305af15f9181615008575b5061500057503d15614ff9573d67ffffffffffffffff81116139385760405190614f50601f82017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200183613965565b81523d5f602083013e5b805115614fb7577f19d602d037307872c5ab87edde03ae771dccaccbbb3e62ae90904e9b173ac6d691614fb073ffffffffffffffffffffffffffffffffffffffff92838060405195869516991697169583613ec6565b0390a45f90565b73ffffffffffffffffffffffffffffffffffffffff827fcbf4a432000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b6060614f5a565b935050505090565b9091506020813d602011615034575b8161502460209383613965565b810103126120685751905f614efe565b3d9150615017565b61504884848484615379565b819291615057575b5050614e91565b7f0000000000000000000000000000000000000000000000000000000000000000604051907fa9059cbb000000000000000000000000000000000000000000000000000000005f5273ffffffffffffffffffffffffffffffffffffffff87166004528460245260205f60448180855af19060015f511482161561514c575b5090604052615141576bffffffffffffffffffffffff92615106615110936124638680951685835460601c166139fe565b16828454166139fe565b167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008254161790555f808080615050565b505094505050505090565b3b15153d1516165f6150d5565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c61518157565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b9290601b8260ff1c019360ff85116138ef5773ffffffffffffffffffffffffffffffffffffffff169283151594856151e4575b505050505090565b60209495507f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff925f949261523a926040519586951692859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa1561403c5773ffffffffffffffffffffffffffffffffffffffff5f5116145f808080806151dc565b9060043573ffffffffffffffffffffffffffffffffffffffff81168103612068576024359073ffffffffffffffffffffffffffffffffffffffff82168203612068576044359273ffffffffffffffffffffffffffffffffffffffff8416840361206857614c5795610ba89160643596610d8e888888886152e9614c9f565b614dc8565b9060418303615318576153119250602081013591604082359201355f1a906154e9565b9192909190565b50505f9160029190565b60ff811690601f8211615351576040519161533e604084613965565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b929391935f938254906bffffffffffffffffffffffff8216926bffffffffffffffffffffffff8360601c169784821190811591615432575b5061542557838103978481808b971191180218908181116153d5575b505050019055565b919650919250039380546bffffffffffffffffffffffff8160601c166bffffffffffffffffffffffff821603861161541957606086901b01905584905f80806153cd565b505f9550859450505050565b505f965086955050505050565b61543c915061417f565b155f6153b1565b9190915f907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff84820990848102928380841093039280840393146154db5782620f424011156154c957507fde8f6cefed634549b62c77574f722e1ac57e23f24d8fd5cb790fb65668c261399394620f4240910990828211900360fa1b910360061c170290565b634e487b71905260116020526024601cfd5b505050620f42409192500490565b90917f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841161557f57906155426020945f9493604051948594859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa1561403c575f5173ffffffffffffffffffffffffffffffffffffffff81161561557557905f905f90565b505f906001905f90565b5050505f916003919056' as const;
