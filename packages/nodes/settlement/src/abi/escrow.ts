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

export const escrowBytecode = '0x6101c08060405234610237576060816159078038038091610020828561023b565b8339810103126102375780516001600160a01b0381168103610237576020820151916001600160a01b038316830361023757604001519164ffffffffff8316918284036102375760405161007560408261023b565b6010815260208101906f47726973746d696c6c20457363726f7760801b8252604051916100a360408461023b565b600183526020830191603160f81b83526100bc81610272565b610120526100c984610272565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261013260c08261023b565b5190206080523060c05261016052610180526301e13380811161022557506101a05260405161562990816102de823960805181614d84015260a05181614e41015260c05181614d55015260e05181614dd301526101005181614df9015261012051816120b7015261014051816120e101526101605181818161022701528181610c2a01528181610dfb01528181611c3a01528181611f04015281816129060152818161332401528181613f7e015281816142600152818161484701528181614cd201528181614d1a01526150f8015261018051818181612c780152612d4c01526101a05181818161223401526145660152f35b63d82abb2f60e01b5f5260045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b0382119082101761025e57604052565b634e487b7160e01b5f52604160045260245ffd5b601f81511161029d57602081519101516020821061028e571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c8063036fc2971461345e5780630e57ffae146133db57806312a62cff1461329657806315dc07d714612f655780631af9a5fd14612f2a5780631b92166514612edd5780632386d6eb14612cfa5780632515d7da14612c9c5780632b20e39714612c2d5780633107ba4214612ae257806344275add14612a3257806347e7ef24146129b957806351cff8d91461276a5780635d1e2d1b146126ef5780636000783f146122585780636d4c9dea146121f857806376f84774146121b557806384b0196e1461207f5780638a94d4fc14611e345780639341349614611de757806394a7848314611d5357806394e478c114611ca35780639655a92514611b165780639aee26f114611aa25780639ed55403146119e7578063a96c778414611938578063aed796861461171e578063b04df08a14611685578063c0a5854614611625578063c169dac714611545578063c3044844146113ed578063c4ad15bf1461120b578063cb0a686b1461119b578063cd5e725c14610f1f578063d7b36f4814610eb2578063d97e7b0814610c56578063de381d6c14610b29578063e2f90c6214610a82578063f1ed6c9214610336578063fb9321081461024e5763fc0c546a146101dd575f80fd5b3461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57610310610289613852565b6102916151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d6102ff816102fa8173ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b613d1c565b61030a602435613f7c565b90614c26565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b503461024b577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36016101a08112610a7e5760801361024b5760843567ffffffffffffffff8111610a7e5761038f903690600401613910565b909160e07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff5c36011261024b576101843567ffffffffffffffff8111610a7e576103df610467913690600401613910565b9390946103ea6151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d61045a610419613c16565b73ffffffffffffffffffffffffffffffffffffffff80610437613bd0565b16911614610443613c39565b61044b613bad565b90610454613bf3565b92613f0d565b610462613c39565b61530a565b61048c610472613bad565b61047a613bd0565b610482613bf3565b9060643592614a14565b91610495613bad565b906104db6104a1613bf3565b6104a9613c39565b938473ffffffffffffffffffffffffffffffffffffffff6104c8613c5c565b16158015610a55575b80610a0757613f0d565b60405160208101927fba7118abcf64865000384e83f2da4d706d0ed1e197aa59665a7367ca8611d631845260a43573ffffffffffffffffffffffffffffffffffffffff8116809103610a0357604083015260c43573ffffffffffffffffffffffffffffffffffffffff8116809103610a0357606083015260e43573ffffffffffffffffffffffffffffffffffffffff8116809103610a035760808301526101043573ffffffffffffffffffffffffffffffffffffffff8116809103610a035760a0830152610124356bffffffffffffffffffffffff8116809103610a035760c0830152610144359364ffffffffff8516928386036109ff5790818460e061063c9401526101643561010082015261010081526105f961012082613a04565b519020610604614d3e565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b928386526007602052604086209264ffffffffff6040519461065d866139bb565b54916bffffffffffffffffffffffff83168652818360601c166020870198818a5260ff604089019560881c16151585529181151590816109f5575b506109ed575b5016804210156109a857506106d86bffffffffffffffffffffffff6106c1613cc4565b166bffffffffffffffffffffffff8651169061435a565b88116106e2613cc4565b6bffffffffffffffffffffffff86511691610941575050511597881598610925575b505061070e613c16565b96156108de57506020955064ffffffffff8061074b6bffffffffffffffffffffffff6107de9451166bffffffffffffffffffffffff891690613cf2565b9451166bffffffffffffffffffffffff60405195610768876139bb565b16855287850190815260016040808701918252948752600789529386209451855491517fffffffffffffffffffffffffffffff00000000000000000000000000000000009092166bffffffffffffffffffffffff9190911617911660601b70ffffffffff00000000000000000000000016178355565b5181547fffffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffffff1690151560881b71ff000000000000000000000000000000000016179055610828613bad565b610830613bd0565b7fc32f9ef6676124cd4f64af9a81204b2f81c2dcd73e9f170cd114df97eb7c8fe48573ffffffffffffffffffffffffffffffffffffffff80877fffffffffffffffffffffffffffffffffffffffff000000000000000000000000610892613bf3565b60601b16179460405195865216941692a36108b4826108af613bf3565b614c26565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b7f1c39275500000000000000000000000000000000000000000000000000000000855273ffffffffffffffffffffffffffffffffffffffff87811660045216602452604484fd5b61093992985084610934613c16565b614396565b955f80610704565b896084926bffffffffffffffffffffffff879373ffffffffffffffffffffffffffffffffffffffff604051957f195d867400000000000000000000000000000000000000000000000000000000875216600486015216602484015260448301526064820152fd5b7f3097fbf700000000000000000000000000000000000000000000000000000000885273ffffffffffffffffffffffffffffffffffffffff8416600452602452604487fd5b90505f61069e565b905081105f610698565b8680fd5b8580fd5b5073ffffffffffffffffffffffffffffffffffffffff610a25613c7f565b161580613f0d5750610a35613c7f565b73ffffffffffffffffffffffffffffffffffffffff808516911614613f0d565b50610a5e613c5c565b73ffffffffffffffffffffffffffffffffffffffff8084169116146104d1565b5080fd5b503461024b577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360160a08112610a7e5760801361024b5760843567ffffffffffffffff8111610a7e5790610b15610ae06020933690600401613910565b90610ae96151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d610462613bd0565b610b20610472613bad565b90610828613bad565b503461024b5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602090610b64613852565b610b6c613875565b610bb5604435610b7a6151f8565b610bad81610b86614d3e565b8587610ba8339360843590610ba2876064359287873392614e67565b85615248565b613e9f565b338385614a14565b92507fc32f9ef6676124cd4f64af9a81204b2f81c2dcd73e9f170cd114df97eb7c8fe48473ffffffffffffffffffffffffffffffffffffffff80867fffffffffffffffffffffffffffffffffffffffff0000000000000000000000003360601b16179460405195865216941692a3610c4e81337f0000000000000000000000000000000000000000000000000000000000000000614290565b604051908152f35b503461024b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576044359060243560043560643567ffffffffffffffff8111610eae57610cb0903690600401613910565b90610cb96151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d828552600260205273ffffffffffffffffffffffffffffffffffffffff604086205416610d0c84821515613d66565b33865260056020526040862084875260205260408620878752602052604086205480610e67575090610d949291610d8e60405160208101907f4218c786cfceb660dd3d8f11fd6fa142387b729f507f7b5ceef0b1448be7162b82523360408201528760608201528a60808201528860a082015260a081526105f960c082613a04565b90614396565b15610e1f579283610daa836103109596336148e5565b338552600560205260408520818652602052604085208286526020528260408620556040518381527ff03d0fb4a36a41bf829f3be27d53559310fdfadcca53414db220be57fb785e6160203392a4337f0000000000000000000000000000000000000000000000000000000000000000614290565b6040517fbb45656c0000000000000000000000000000000000000000000000000000000081523360048201526024810191909152604481018490526064810191909152608490fd5b6040517fef62b98f00000000000000000000000000000000000000000000000000000000815233600482015260248101869052604481018990526064810191909152608490fd5b8380fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57604060209173ffffffffffffffffffffffffffffffffffffffff610f04613852565b16815260038352818120602435825283522054604051908152f35b503461024b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57610f57613852565b90610f60613875565b9060443567ffffffffffffffff8111610a7e57610f81903690600401613821565b6064939193359467ffffffffffffffff8611610eae57610fa9610fec95963690600401613910565b610fb49691966151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d8596610fe6858a8887613d99565b86614396565b1561115357949073ffffffffffffffffffffffffffffffffffffffff86169586855260086020526040852073ffffffffffffffffffffffffffffffffffffffff85165f5260205260405f2087865260096020526040862073ffffffffffffffffffffffffffffffffffffffff86165f5260205260405f2086945b8486106110de5760208989898d7f715ee3b9134015b9ee5f7cea708d0932d31e16c3fa16fc1e6b015b245ea52b968573ffffffffffffffffffffffffffffffffffffffff604051948786521693a37f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b9091929394976111476001916111418b876bffffffffffffffffffffffff61111661110a848e8b613e62565b3560601c938d8a613e62565b351673ffffffffffffffffffffffffffffffffffffffff83165f528860205260405f20928d8c614ee5565b90613981565b98019493929190611066565b8373ffffffffffffffffffffffffffffffffffffffff84816044947f194ba83d0000000000000000000000000000000000000000000000000000000085521660045216602452fd5b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576111d3613852565b6111db613875565b916044359067ffffffffffffffff821161024b576020610c4e85856112033660048801613821565b929091613d99565b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57611243613852565b906024356bffffffffffffffffffffffff8116809103610a7e5733825260086020526040822073ffffffffffffffffffffffffffffffffffffffff84165f5260205260405f20926bffffffffffffffffffffffff6112aa855482808260601c169116613a9d565b16808311611395575073ffffffffffffffffffffffffffffffffffffffff9064ffffffffff60018601847fffffffffffffffffffffffffffffffffffffffff00000000000000000000000082541617815584155f146113855761134a865b82547fffffffffffffffffffffffffffffff0000000000ffffffffffffffffffffffff1660609190911b70ffffffffff00000000000000000000000016178255565b5460601c16604051938452602084015216907f5cb58889ff0ee98b10a097ff7a1aef56be29f570d69e6e3fa7ba97bad09ca06660403392a380f35b61134a61139061455e565b611308565b9160849273ffffffffffffffffffffffffffffffffffffffff604051937fec58d8ed00000000000000000000000000000000000000000000000000000000855233600486015216602484015260448301526064820152fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57611425613852565b61142d613875565b33835260096020526040832073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205273ffffffffffffffffffffffffffffffffffffffff8064ffffffffff60405f206114b98587835433906bffffffffffffffffffffffff8082169160601c1611613a45565b6114c161455e565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000083549260c01b1691161781555460c01c1692604051938452169216907f1c1137338b42d7558beeda68af7e604da258e731b4648742748149680ed95df460203392a480f35b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5761157d613852565b9073ffffffffffffffffffffffffffffffffffffffff604061159d613875565b92826115a7613898565b9516815260096020522091165f5260205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052608060405f2054604051906bffffffffffffffffffffffff811682526bffffffffffffffffffffffff8160601c16602083015264ffffffffff8160c01c16604083015260e81c6060820152f35b503461024b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57506020610c4e611663614d3e565b61166b613bad565b611673613bd0565b61167b613bf3565b9160643593614e67565b503461024b5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576116bd613852565b906116c6613875565b6116ce613898565b913033036116f257506116eb60209383610c4e9360643592614a14565b8092614c26565b807fb57ce6b1000000000000000000000000000000000000000000000000000000006024925233600452fd5b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57611756613852565b6024356044359063ffffffff8216809203610eae576117748361421e565b156118f657620f424082116118ca57811581811561189f575b61179691613d66565b73ffffffffffffffffffffffffffffffffffffffff604051936117b8856139bb565b16928381526001602082018481526040830190848252338852600660205273ffffffffffffffffffffffffffffffffffffffff8060408a20955116167fffffffffffffffffffffffff0000000000000000000000000000000000000000855416178455517fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff77ffffffff000000000000000000000000000000000000000085549260a01b16911617835551910155604051928352602083015260408201527f0301fca387074310b48028ac1b06d9b1833af7050726e9498fb18e6eb4d21eea60603392a280f35b8552506002602052604084205473ffffffffffffffffffffffffffffffffffffffff1615158161178d565b602484837fc44ad1bf000000000000000000000000000000000000000000000000000000008252600452fd5b60248473ffffffffffffffffffffffffffffffffffffffff857f628d229a00000000000000000000000000000000000000000000000000000000835216600452fd5b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602090611973613852565b906108b4602435926119836151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d838352600285526119d48473ffffffffffffffffffffffffffffffffffffffff6040862054161515613d66565b6119df604435613f7c565b9384916149ac565b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5773ffffffffffffffffffffffffffffffffffffffff6040611a36613852565b9282611a40613875565b9416815260086020522091165f52602052608060405f2064ffffffffff600182549201546bffffffffffffffffffffffff60405193818116855260601c1660208401526bffffffffffffffffffffffff8116604084015260601c166060820152f35b503461024b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57604060609160043581526007602052205460ff604051916bffffffffffffffffffffffff8116835264ffffffffff81851c16602084015260881c1615156040820152f35b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5760443590602435600435611b586151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d808352600260205273ffffffffffffffffffffffffffffffffffffffff60408420541690611bac81831515613d66565b33845260046020526040842081855260205260408420858552602052604084205480611c5e57509384611be4846103109697336148e5565b338652600460205260408620818752602052604086208287526020528360408720556040518381528460208201527f24bb0de359592a40bf851271bb3ac4c1d1811318853ba2856b3a7c33af7ad15560403392a47f0000000000000000000000000000000000000000000000000000000000000000614290565b6040517f1a4f9b170000000000000000000000000000000000000000000000000000000081523360048201526024810192909252604482018690526064820152608490fd5b503461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57611d17336102fa3373ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b3381526006602052806001604082208281550155337f26ac3bd3e5f58a15280499733e68bf3c52c094330820164c7f29a9c5a85bb1478280a280f35b503461024b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57604060609173ffffffffffffffffffffffffffffffffffffffff611da5613852565b1681526006602052206001815491015463ffffffff6040519273ffffffffffffffffffffffffffffffffffffffff8116845260a01c1660208301526040820152f35b503461024b57604060209173ffffffffffffffffffffffffffffffffffffffff611e10366138bb565b92909116835260058552838320908352845282822090825283522054604051908152f35b503461024b576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57611e6d613852565b611e75613875565b9060c4359160ff8316809303610eae57611e8d6151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d83604051602081019073ffffffffffffffffffffffffffffffffffffffff8416825260a435604082015260408152611eea606082613a04565b51902073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690604051957f70a08231000000000000000000000000000000000000000000000000000000008752306004880152602087602481865afa968715612074578497612039575b50823b15610eae5761012484928360405195869485937fef55bec600000000000000000000000000000000000000000000000000000000855273ffffffffffffffffffffffffffffffffffffffff8c16600486015230602486015260443560448601526064356064860152608435608486015260a485015260c484015260e43560e4840152610104356101048401525af1801561202e57612019575b5050612013610310936147fd565b916140e6565b8161202391613a04565b610eae57835f612005565b6040513d84823e3d90fd5b935095506020833d60201161206c575b8161205660209383613a04565b8101031261206857869251955f611f69565b5f80fd5b3d9150612049565b6040513d86823e3d90fd5b503461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57612159906120db7f00000000000000000000000000000000000000000000000000000000000000006153c1565b906121057f00000000000000000000000000000000000000000000000000000000000000006153c1565b906020612167604051936121198386613a04565b8385525f3681376040519687967f0f00000000000000000000000000000000000000000000000000000000000000885260e08589015260e088019061393e565b90868203604088015261393e565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b82811061219e57505050500390f35b83518552869550938101939281019260010161218f565b503461024b5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576121f56121f061455e565b61459e565b80f35b503461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461024b577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360160c08112610a7e5760a01361024b5760a43567ffffffffffffffff8111610a7e576122b0903690600401613910565b906122b96151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d6122e5613bad565b6122ed613bd0565b906122f6613bf3565b90606435926bffffffffffffffffffffffff8416958685036126eb5773ffffffffffffffffffffffffffffffffffffffff8216958633149283156126d6575b5050501561267c5773ffffffffffffffffffffffffffffffffffffffff1691828652600960205260408620845f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2090612393613ce0565b82549061239e613ce0565b9062ffffff8360e81c91160361261e57506bffffffffffffffffffffffff8181169160601c168082111561261757505b6bffffffffffffffffffffffff8116808811156125b857506123f09082613a9d565b848852600860205260408820865f5260205260405f20906bffffffffffffffffffffffff806124298454828160601c1693849116613a9d565b166bffffffffffffffffffffffff83169080821161257557505073ffffffffffffffffffffffffffffffffffffffff936124d77f86c6b52e4ebaa96424cf511445036743c4b628cea4894e53f10306e6f9f491e6979461248f6020989561252095613cf2565b7fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b82547fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff1660609190911b77ffffffffffffffffffffffff00000000000000000000000016178255565b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff81541690556040519687521694a4807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b60849189918b604051937fec58d8ed0000000000000000000000000000000000000000000000000000000085526004850152602484015260448301526064820152fd5b858860a49273ffffffffffffffffffffffffffffffffffffffff888b604051957f467f565e0000000000000000000000000000000000000000000000000000000087526004870152602486015216604484015260648301526084820152fd5b90506123ce565b8562ffffff60849273ffffffffffffffffffffffffffffffffffffffff888b604051957fa969758c00000000000000000000000000000000000000000000000000000000875260048701526024860152166044840152166064820152fd5b8473ffffffffffffffffffffffffffffffffffffffff6084938682604051957fc865c3ec00000000000000000000000000000000000000000000000000000000875216600486015260248501521660448301526064820152fd5b6126e39350610d8e613ac7565b5f8080612335565b8780fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5761275e63ffffffff6040809373ffffffffffffffffffffffffffffffffffffffff612748613852565b1681526006602052205460a01c16602435614367565b82519182526020820152f35b503461024b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576127a2613852565b6127aa6151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d33825260086020526040822073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f209160018301918254926bffffffffffffffffffffffff84169384156129735764ffffffffff9060601c1680421061292a5750846bffffffffffffffffffffffff61286960209754968261285581808b169a60601c168a613a9d565b169081808210911802189682881690613a9d565b82547fffffffffffffffffffffffffffffffffffffffff00000000000000000000000016911617905580547fffffffffffffffffffffffffffffff000000000000000000000000000000000016905560405183815273ffffffffffffffffffffffffffffffffffffffff919091169033907fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb908690a36108b482337f0000000000000000000000000000000000000000000000000000000000000000614290565b7fde2512120000000000000000000000000000000000000000000000000000000084523360045273ffffffffffffffffffffffffffffffffffffffff8316602452604452606483fd5b60448473ffffffffffffffffffffffffffffffffffffffff857fccc6508f0000000000000000000000000000000000000000000000000000000083523360045216602452fd5b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b576103106129f4613852565b6129fc6151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d612a2b602435613f7c565b90336140e6565b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57612a6a613852565b9073ffffffffffffffffffffffffffffffffffffffff6040612a8a613875565b9282612a94613898565b9516815260096020522091165f5260205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f5260205260206bffffffffffffffffffffffff60405f205416604051908152f35b503461024b5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5760405160208101917fba7118abcf64865000384e83f2da4d706d0ed1e197aa59665a7367ca8611d631835260043573ffffffffffffffffffffffffffffffffffffffff8116809103610a7e57604083015260243573ffffffffffffffffffffffffffffffffffffffff8116809103610a7e57606083015260443573ffffffffffffffffffffffffffffffffffffffff8116809103610a7e57608083015260643573ffffffffffffffffffffffffffffffffffffffff8116809103610a7e5760a08301526084356bffffffffffffffffffffffff8116809103610a7e5760c083015260a4359064ffffffffff821680920361024b576020610c4e85858560e082015260c43561010082015261010081526105f961012082613a04565b503461024b57807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461024b5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b5773ffffffffffffffffffffffffffffffffffffffff6040602092600435815260028452205416604051908152f35b503461024b5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57600435612d35613875565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803303612eae5750612d7d8161421e565b15612e6857818352600260205273ffffffffffffffffffffffffffffffffffffffff60408420541680612e38575060207f5ca93e6628b4fe4607134e40ea507f26244123f20550b78178e7c32b624ffcdd91838552600282526040852073ffffffffffffffffffffffffffffffffffffffff82167fffffffffffffffffffffffff000000000000000000000000000000000000000082541617905573ffffffffffffffffffffffffffffffffffffffff60405191168152a280f35b83604491847fee6f123f000000000000000000000000000000000000000000000000000000008352600452602452fd5b73ffffffffffffffffffffffffffffffffffffffff9083927f8f5d319c000000000000000000000000000000000000000000000000000000006044955260045216602452fd5b7f58118d9800000000000000000000000000000000000000000000000000000000845233600452602452604483fd5b503461024b57604060209173ffffffffffffffffffffffffffffffffffffffff612f06366138bb565b92909116835260048552838320908352845282822090825283522054604051908152f35b503461024b5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57506020610c4e613ac7565b503461024b5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261024b57612f9d613852565b90612fa6613875565b90612faf613898565b92612fb86151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d73ffffffffffffffffffffffffffffffffffffffff81169283835260096020526040832073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff86165f5260205260405f2094855473ffffffffffffffffffffffffffffffffffffffff6bffffffffffffffffffffffff821692613093818664ffffffffff6bffffffffffffffffffffffff8760601c169660c01c1698878711613a45565b16938433148015613282575b1561322957506bffffffffffffffffffffffff916130bc91613a9d565b169380845260086020526040842073ffffffffffffffffffffffffffffffffffffffff83165f5260205261310960405f2061248f876bffffffffffffffffffffffff835460601c16613a9d565b85547fffffff0000000000000000000000000000000000ffffffffffffffffffffffff811680885560e89190911c600101969062ffffff88116131fc577cffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffff000000000000000000000000000000000000000000000000000000000060209960e81b1691161790557fefb6092aa61d438ccc04ee833a4f614dfde5a125bf25f38811be9a91566761348673ffffffffffffffffffffffffffffffffffffffff604051948886521693a47f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b6024867f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b866084918673ffffffffffffffffffffffffffffffffffffffff87604051947f3dd5ae1a000000000000000000000000000000000000000000000000000000008652600486015216602484015260448301526064820152fd5b50801515801561309f57508042101561309f565b50346120685760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112612068576132ce613852565b906024359160643560ff8116809103612068576132e96151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690813b15612068575f9160e4839260405194859384927fd505accf0000000000000000000000000000000000000000000000000000000084523360048501523060248501528a60448501526044356064850152608484015260843560a484015260a43560c48401525af16133c1575b50612a2b6103109293613f7c565b61031092505f6133d091613a04565b612a2b5f92506133b3565b346120685760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112612068576020613454613417613852565b73ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b6040519015158152f35b346120685760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126120685760043567ffffffffffffffff8111612068576134ad903690600401613821565b906134b66151f8565b60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d5f905f907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa181360301915b848110156137f3578060051b820135838112156120685782015f61352882613ca3565b9461353560208401613ca3565b926040810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561206857019067ffffffffffffffff823511612068576060823502360360208301136120685773ffffffffffffffffffffffffffffffffffffffff871691825f52600860205260405f2073ffffffffffffffffffffffffffffffffffffffff86165f5260205260405f2095835f52600960205260405f2073ffffffffffffffffffffffffffffffffffffffff87165f5260205260405f2094613604614d3e565b935f915b8435831015613792578b8a816bffffffffffffffffffffffff8c8c8c6136598d6136488e60608e0201916020830135878160601c998a92169a8b93614e67565b604060608301359201359086615248565b1561369d575092613694959260019795926111419573ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2094614ee5565b925b0191613608565b9294505073ffffffffffffffffffffffffffffffffffffffff8161378a7f19d602d037307872c5ab87edde03ae771dccaccbbb3e62ae90904e9b173ac6d69361377c60019a9c99613750898b6040519586947fc865c3ec000000000000000000000000000000000000000000000000000000006020870152602486019094939273ffffffffffffffffffffffffffffffffffffffff90816060948160808601991685521660208401521660408201520152565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613a04565b604051938493169683613f65565b0390a4613696565b965099505098929050600195506137ec9491507f715ee3b9134015b9ee5f7cea708d0932d31e16c3fa16fc1e6b015b245ea52b96602073ffffffffffffffffffffffffffffffffffffffff604051948786521693a3613981565b9301613505565b6020845f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b9181601f840112156120685782359167ffffffffffffffff8311612068576020808501948460051b01011161206857565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361206857565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361206857565b6044359073ffffffffffffffffffffffffffffffffffffffff8216820361206857565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc60609101126120685760043573ffffffffffffffffffffffffffffffffffffffff8116810361206857906024359060443590565b9181601f840112156120685782359167ffffffffffffffff8311612068576020838186019501011161206857565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b9190820180921161398e57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b6060810190811067ffffffffffffffff8211176139d757604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff8211176139d757604052565b15613a4f57505050565b73ffffffffffffffffffffffffffffffffffffffff92918380927fdbc561a9000000000000000000000000000000000000000000000000000000005f5216600452166024521660445260645ffd5b906bffffffffffffffffffffffff809116911603906bffffffffffffffffffffffff821161398e57565b604051602081017f672730685f92b42116a9c346f169a3c2b6f6af490ac27c87f26af961743fe347815260043573ffffffffffffffffffffffffffffffffffffffff811680910361206857604083015260243573ffffffffffffffffffffffffffffffffffffffff811680910361206857606083015260443573ffffffffffffffffffffffffffffffffffffffff81168091036120685760808301526064356bffffffffffffffffffffffff81168091036120685760a08301526084359162ffffff831680930361206857613baa9260c082015260c081526105f960e082613a04565b90565b60043573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b60243573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b60443573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b60a43573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b60c43573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b60e43573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b6101043573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b3573ffffffffffffffffffffffffffffffffffffffff811681036120685790565b610124356bffffffffffffffffffffffff811681036120685790565b60843562ffffff811681036120685790565b906bffffffffffffffffffffffff809116911601906bffffffffffffffffffffffff821161398e57565b15613d245750565b73ffffffffffffffffffffffffffffffffffffffff907f0ed5ddce000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b15613d6e5750565b7f925a646a000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b604051602081019594919386925f5b818110613e4c57505050613de781613baa9697037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613a04565b51902073ffffffffffffffffffffffffffffffffffffffff604051928160208501957fac29478f22b39b7544ff25d5f523a7b9dd72c0b1e36b17b68d5413e30dbe68dd87521660408501521660608301526080820152608081526105f960a082613a04565b8235895260209889019890920191600101613da8565b9190811015613e725760051b0190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b93919392909215613eb05750505050565b6040517fc865c3ec00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff9384166004820152938316602485015290911660448301526064820152608490fd5b15613f1757505050565b73ffffffffffffffffffffffffffffffffffffffff92918380927fa48f4edc000000000000000000000000000000000000000000000000000000005f5216600452166024521660445260645ffd5b604090613baa93928152816020820152019061393e565b7f00000000000000000000000000000000000000000000000000000000000000009073ffffffffffffffffffffffffffffffffffffffff821690604051927f70a08231000000000000000000000000000000000000000000000000000000008452306004850152602084602481865afa9384156140db575f946140a7575b50604051917f23b872dd000000000000000000000000000000000000000000000000000000005f52336004523060245260445260205f60648180855af19060015f5114821615614088575b50906040525f6060521561405d5750613baa906147fd565b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600182151661409e573b15153d1516165f614045565b823d5f823e3d90fd5b9093506020813d6020116140d3575b816140c360209383613a04565b810103126120685751925f613ffa565b3d91506140b6565b6040513d5f823e3d90fd5b919073ffffffffffffffffffffffffffffffffffffffff169182156141f65773ffffffffffffffffffffffffffffffffffffffff1690815f52600860205260405f20835f5260205260405f2061414b826bffffffffffffffffffffffff835416613981565b6bffffffffffffffffffffffff81116141c35781547fffffffffffffffffffffffffffffffffffffffff000000000000000000000000166bffffffffffffffffffffffff9091161790556040519081527f8752a472e571a816aea92eec8dae9baf628e840f4929fbcc2d155e6233ff68a790602090a3565b84847fac7c661e000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7f815e1d64000000000000000000000000000000000000000000000000000000005f5260045ffd5b73ffffffffffffffffffffffffffffffffffffffff168015159081614285575b81614247575090565b905073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016141590565b30811415915061423e565b9173ffffffffffffffffffffffffffffffffffffffff604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615614339575b604052156142f75750565b73ffffffffffffffffffffffffffffffffffffffff907f5274afe7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b90600181151661435157823b15153d151616906142ec565b503d5f823e3d90fd5b9190820391821161398e57565b919061438f63ffffffff613baa9216620f424061438482876154e2565b918609151590613981565b809361435a565b90604084036144e25783602011612068576143e4833560208501359060207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08801106144af575b8385615248565b6144a6575b813b151592836143fc575b505050905090565b5f93507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86602097606494604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d111616805f80806143f4565b50505050600190565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60208881030160031b1b16906143dd565b6144ed84848361538d565b5060048110156145315715908161450e575b50156143e95750505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f6144ff565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b64ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001664ffffffffff42160164ffffffffff811161398e5790565b6004359073ffffffffffffffffffffffffffffffffffffffff8216808303612068578033036147ce576040519160208301927fba7118abcf64865000384e83f2da4d706d0ed1e197aa59665a7367ca8611d6318452828503612068578260408201526024359373ffffffffffffffffffffffffffffffffffffffff851685036120685773ffffffffffffffffffffffffffffffffffffffff8516606083015260443573ffffffffffffffffffffffffffffffffffffffff811681036120685773ffffffffffffffffffffffffffffffffffffffff16608083015260643573ffffffffffffffffffffffffffffffffffffffff811681036120685773ffffffffffffffffffffffffffffffffffffffff1660a08301526084356bffffffffffffffffffffffff81168103612068576bffffffffffffffffffffffff1660c083015260a4359164ffffffffff8316809303612068576147149260e082015260c43561010082015261010081526105f961012082613a04565b93845f52600760205260405f2064ffffffffff815460601c166147c65780547fffffffffffffffffffffffffffffff0000000000ffffffffffffffffffffffff16606084901b70ffffffffff000000000000000000000000161790555073ffffffffffffffffffffffffffffffffffffffff831692838103612068577fd5bd162bba01fef417a0be66d18af82ed6764c2c6f6d6a4d319b5396090df6af916020915064ffffffffff60405191168152a4565b505050505050565b7f0794c3be000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b604051907f70a0823100000000000000000000000000000000000000000000000000000000825230600483015260208260248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa9182156140db575f926148b1575b508082111561488957613baa9161435a565b7f62af86ad000000000000000000000000000000000000000000000000000000005f5260045ffd5b9091506020813d6020116148dd575b816148cd60209383613a04565b810103126120685751905f614877565b3d91506148c0565b82156149845773ffffffffffffffffffffffffffffffffffffffff1691825f52600360205260405f20825f5260205260405f2054808211614943579061492a9161435a565b915f52600360205260405f20905f5260205260405f2055565b60849392604051937f6fd2dfa40000000000000000000000000000000000000000000000000000000085526004850152602484015260448301526064820152fd5b7fd77d93d3000000000000000000000000000000000000000000000000000000005f5260045ffd5b602073ffffffffffffffffffffffffffffffffffffffff7ffd055043ad2d5c028c67929f91d6297e4cbd45fb1c75adf873d18531554f695a929493941692835f526003825260405f20855f52825260405f20614a09828254613981565b9055604051908152a3565b73ffffffffffffffffffffffffffffffffffffffff9094919293941692835f52600860205260405f2073ffffffffffffffffffffffffffffffffffffffff84165f5260205260405f2091845f52600960205260405f2073ffffffffffffffffffffffffffffffffffffffff85165f5260205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2090614ab787848487615418565b5080614c1c575050614ac88261421e565b15614bda5754916bffffffffffffffffffffffff83169182871115614b79575060849573ffffffffffffffffffffffffffffffffffffffff926bffffffffffffffffffffffff80614b25614b3a955482808260601c169116613a9d565b169560601c169081808211911802189061435a565b92604051947fec58d8ed000000000000000000000000000000000000000000000000000000008652600486015216602484015260448301526064820152fd5b85878473ffffffffffffffffffffffffffffffffffffffff60a494818a604051967f399e08f9000000000000000000000000000000000000000000000000000000008852600488015216602486015216604484015260648301526084820152fd5b73ffffffffffffffffffffffffffffffffffffffff827f52d9c6c8000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9650945050505050565b9073ffffffffffffffffffffffffffffffffffffffff8216805f52600660205260405f209182549373ffffffffffffffffffffffffffffffffffffffff8516948515614d0e5791606091614ca463ffffffff7f2c896a36ae426429416b4de992a50e7559a1d362a88cb68ee22bc3dc3c07c0719560a01c1683614367565b9690809281614cf8575b5050506040519187835260208301526040820152a280614ccc575050565b614cf6917f0000000000000000000000000000000000000000000000000000000000000000614290565b565b6001614d06930154906149ac565b5f8181614cae565b5091509150614cf692507f0000000000000000000000000000000000000000000000000000000000000000614290565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016301480614e3e575b15614da6577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152614e3860c082613a04565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614614d7d565b9293613baa9460a093604051937fab336d0a80503eae8ef57ce2afb4450b1bb42416c69866fa76196cdee73aa0aa855260208501526040840152606083015260808201522090604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b93949094614f2a8373ffffffffffffffffffffffffffffffffffffffff165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f205416151590565b156150db575b50506040517fb04df08a00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff8481166004830152858116602483015282166044820152606481018390526020816084815f305af15f91816150a7575b5061509f57503d15615098573d67ffffffffffffffff81116139d75760405190614fef601f82017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200183613a04565b81523d5f602083013e5b805115615056577f19d602d037307872c5ab87edde03ae771dccaccbbb3e62ae90904e9b173ac6d69161504f73ffffffffffffffffffffffffffffffffffffffff92838060405195869516991697169583613f65565b0390a45f90565b73ffffffffffffffffffffffffffffffffffffffff827fcbf4a432000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b6060614ff9565b935050505090565b9091506020813d6020116150d3575b816150c360209383613a04565b810103126120685751905f614f9d565b3d91506150b6565b6150e784848484615418565b8192916150f6575b5050614f30565b7f0000000000000000000000000000000000000000000000000000000000000000604051907fa9059cbb000000000000000000000000000000000000000000000000000000005f5273ffffffffffffffffffffffffffffffffffffffff87166004528460245260205f60448180855af19060015f51148216156151eb575b50906040526151e0576bffffffffffffffffffffffff926151a56151af9361248f8680951685835460601c16613a9d565b1682845416613a9d565b167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008254161790555f8080806150ef565b505094505050505090565b3b15153d1516165f615174565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c61522057565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b9290601b8260ff1c019360ff851161398e5773ffffffffffffffffffffffffffffffffffffffff16928315159485615283575b505050505090565b60209495507f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff925f94926152d9926040519586951692859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa156140db5773ffffffffffffffffffffffffffffffffffffffff5f5116145f8080808061527b565b9060043573ffffffffffffffffffffffffffffffffffffffff81168103612068576024359073ffffffffffffffffffffffffffffffffffffffff82168203612068576044359273ffffffffffffffffffffffffffffffffffffffff8416840361206857614cf695610ba89160643596610d8e88888888615388614d3e565b614e67565b90604183036153b7576153b09250602081013591604082359201355f1a90615588565b9192909190565b50505f9160029190565b60ff811690601f82116153f057604051916153dd604084613a04565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b929391935f938254906bffffffffffffffffffffffff8216926bffffffffffffffffffffffff8360601c1697848211908115916154d1575b506154c457838103978481808b97119118021890818111615474575b505050019055565b919650919250039380546bffffffffffffffffffffffff8160601c166bffffffffffffffffffffffff82160386116154b857606086901b01905584905f808061546c565b505f9550859450505050565b505f965086955050505050565b6154db915061421e565b155f615450565b9190915f907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff848209908481029283808410930392808403931461557a5782620f4240111561556857507fde8f6cefed634549b62c77574f722e1ac57e23f24d8fd5cb790fb65668c261399394620f4240910990828211900360fa1b910360061c170290565b634e487b71905260116020526024601cfd5b505050620f42409192500490565b90917f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841161561e57906155e16020945f9493604051948594859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa156140db575f5173ffffffffffffffffffffffffffffffffffffffff81161561561457905f905f90565b505f906001905f90565b5050505f916003919056' as const;
